import { entryOf } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { lexLines, nameWord, textOf, type Line } from '../syntax/line.ts';
import { hasTextBody } from '../syntax/tags.ts';

/** Whose configuration a text surely is. */
export type Recognised = 'httpd' | 'nginx';

/**
 * Names, by catalogue key, that other programs' files have too (those of ProFTPD, CUPS, OpenSSH and Tinyproxy look much
 * like httpd's): they are no mark of httpd.
 */
const SHARED: ReadonlySet<string> = new Set([
  ...['<ifdefine', '<ifmodule', '<limit'],
  ...['accessfilename', 'authgroupfile', 'authuserfile', 'hostnamelookups', 'loadmodule', 'loglevel', 'maxclients'],
  ...['pidfile', 'serveradmin', 'servername', 'startservers', 'transferlog'],
]);

/** Of so many names, at most one may be another than httpd's. */
const NAMES_FOR_ONE_UNKNOWN = 10;

/**
 * What a text, or the beginning of one, surely is; undefined where that is not sure: then it must stay what it is. It is
 * httpd's where the names are httpd's and some are marks of httpd alone: a section, or two directives.
 */
export function recognise(text: string): Recognised | undefined {
  const lines = lexLines(text.replace(/^\ufeff/, '')).filter(({ form }) => form === 'directive' || form === 'open');
  if (isNginx(text) && !lines.some((line) => isMark(line) && line.form === 'open')) return 'nginx';
  const read = withoutPrograms(lines);
  const names = new Map(read.map((line) => [line.key, line]));
  const unknown = [...names.values()].filter((line) => !isPlausible(line));
  if (unknown.length * NAMES_FOR_ONE_UNKNOWN > names.size) return undefined;
  const marks = [...names.values()].filter(isMark);
  const isSure = marks.length >= 2 || (marks.some(({ form }) => form === 'open') && names.size >= 2);
  return isSure || read.some(loadsModule) ? 'httpd' : undefined;
}

/** A block of nginx, whose bracket may stand in the next line. */
function isNginx(text: string): boolean {
  return /^[ \t]*(?:(?:server|http|events|stream)|(?:upstream|location)[ \t]+[^\s{;][^{;\n]*)\s*\{/m.test(text);
}

/** Behind a tag whose body is a program, names say nothing. */
function withoutPrograms(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(({ key }) => key !== '<macro' && key.startsWith('<') && hasTextBody(key.slice(1)));
  return end < 0 ? lines : lines.slice(0, end + 1);
}

/** A name of httpd's, in a line that looks as httpd's do: `Name = value`, `Name: value` and `Name {` are other languages. */
function isPlausible(line: Line): boolean {
  const text = textOf(line).text;
  if (/[{;]$/.test(text) || /^\S+[ \t]*[=:{]/.test(text)) return false;
  return knownEntry(line) !== undefined;
}

function knownEntry({ key }: Line): Entry | undefined {
  const entry = entryOf(key);
  return entry?.state === 'refused' ? undefined : entry;
}

/** A stock section, or a directive of several words as it is usually written: `DocumentRoot`. */
function isMark(line: Line): boolean {
  const entry = knownEntry(line);
  if (!entry || entry.thirdParty || SHARED.has(line.key)) return false;
  if (line.form === 'open') return true;
  const { text } = textOf(line);
  const { start, end } = nameWord(text);
  const name = text.slice(start, end);
  return /[A-Z].*[A-Z]/.test(name) && entry.spellings.includes(name);
}

/** The identifier tells it from ProFTPD's, which names a source file. */
function loadsModule(line: Line): boolean {
  return line.key === 'loadmodule' && /^\S+[ \t]+"?\w+_module"?[ \t]+\S/.test(textOf(line).text);
}
