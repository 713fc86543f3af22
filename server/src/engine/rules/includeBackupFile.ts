import type { Ask } from '../base/ask.ts';
import { isPattern } from '../base/fnmatch.ts';
import type { FolderEntry } from '../base/listing.ts';
import { findIncluded } from '../evaluation/includes.ts';
import { INCLUDE_KEYS, includeLine, renameFile, type IncludeLine } from './includeLine.ts';
import type { Rule } from './rule.ts';

/** A pattern or a folder that takes copies which editors and packages leave, too (httpd-config 4.1). */
export const includeBackupFile: Rule = {
  code: 'include-backup-file',
  keys: INCLUDE_KEYS,
  directive(directive) {
    const line = includeLine(directive);
    const [first, ...others] = line ? backupsIn(line) : [];
    if (!line || !first) return [];
    const more = others.length === 0 ? '' : ` and ${String(others.length)} more such ${files(others.length)}`;
    const message = `This reads \`${first.name}\`${more}, too: a copy that an editor or a package has left.`;
    return [{ span: line.span, message, why: whyOf(line, first) }];
  },
  fixes(context) {
    const line = context.directive && includeLine(context.directive);
    const name = line && anchored(line);
    if (!line || name === undefined || !takes(context.ask, name, withoutBackups(line))) return [];
    const edits = renameFile(context, line, name);
    return edits ? [{ title: `Change to ${name}`, safe: false, preferred: true, edits }] : [];
  },
};

/** The ends of names that editors, rpm, dpkg, ucf and people give to copies. */
const BACKUP = /~$|^#.*#$|\.(bak|backup|old|orig|rej|save|sw[op]|rpmsave|rpmnew|rpmorig|dpkg-[a-z]+|ucf-[a-z]+)$/i;

/** A file that the line itself names is meant. */
function backupsIn({ name, included }: IncludeLine): FolderEntry[] {
  const last = lastPart(name.value.text);
  return included.files.filter((file) => BACKUP.test(file.name) && file.name !== last);
}

function files(count: number): string {
  return count === 1 ? 'file' : 'files';
}

/** Files are read in the order of their names, so that a copy comes behind what it is a copy of. */
function whyOf({ included }: IncludeLine, backup: FolderEntry): string {
  const original = included.files.find((file) => file !== backup && backup.name.startsWith(file.name));
  if (!original) return 'httpd reads it like any other file.';
  return `httpd reads it behind \`${original.name}\`: where the two differ, mostly the old copy counts.`;
}

function withoutBackups(line: IncludeLine): FolderEntry[] {
  const backups = backupsIn(line);
  return line.included.files.filter((file) => !backups.includes(file));
}

/** A pattern for the ending of the first file that is no copy. */
function anchored(line: IncludeLine): string | undefined {
  const name = line.name.value.text.replace(/\/+$/, '');
  const [ending] = /\.\w+$/.exec(withoutBackups(line)[0]?.name ?? '') ?? [];
  if (ending === undefined) return undefined;
  const isFolder = !isPattern(lastPart(name));
  const folder = isFolder ? `${name}/` : name.slice(0, -lastPart(name).length);
  return `${folder}*${ending}`;
}

/** Whether a name stands for just these files. */
function takes(ask: Ask, name: string, wanted: readonly FolderEntry[]): boolean {
  const { files: found } = findIncluded(ask, name);
  return found.length === wanted.length && found.every(({ uri }, index) => uri === wanted[index]?.uri);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
