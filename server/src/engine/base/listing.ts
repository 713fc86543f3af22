import { decoded, encodedName } from './paths.ts';

/** What a folder holds. `uri` is the real file behind a link; `nothing` is a link that leads nowhere. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other' | 'nothing';
  readonly uri: string;
}

/** Stands before the entries of a folder whose file system does not look at letter case, as on Windows and macOS. */
const CASE_BLIND = 'case-blind\n';

/**
 * A folder as an answer: one text, so that two listings are equal when they are the same text. Names are in byte order,
 * as httpd takes them (httpd-config 4.1).
 */
export function listingText(entries: readonly FolderEntry[], isCaseBlind = false): string {
  const ordered = [...entries].sort((a, b) => byteOrder(a.name, b.name));
  const lines = ordered.map(({ kind, uri, name }) => `${kind}\t${uri}\t${encodedName(name)}`);
  return (isCaseBlind ? CASE_BLIND : '') + lines.join('\n');
}

export function listingEntries(text: string): FolderEntry[] {
  const lines = text.startsWith(CASE_BLIND) ? text.slice(CASE_BLIND.length) : text;
  if (lines === '') return [];
  return lines.split('\n').map((line) => {
    const [kind = '', uri = '', name = ''] = line.split('\t');
    return { kind: kind as FolderEntry['kind'], uri, name: decoded(name) };
  });
}

/** The entry that a name leads to. With `isBlind` letter case does not count, whatever the file system of the folder. */
export function listedEntry(text: string, name: string, isBlind = false): FolderEntry | undefined {
  const entries = listingEntries(text);
  const exact = entries.find((entry) => entry.name === name);
  if (exact || !(isBlind || text.startsWith(CASE_BLIND))) return exact;
  return entries.find((entry) => folded(entry.name) === folded(name));
}

/** File systems that do not look at letter case mostly do not look at how an accent is written either. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Orders names as their bytes in UTF-8 are ordered, which is the order of their code points. */
function byteOrder(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
