import { decoded, encodedName } from './paths.ts';

/** What a folder holds. `uri` is the real file behind a link; `nothing` is a link that leads nowhere. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other' | 'nothing';
  readonly uri: string;
}

/**
 * A folder as an answer: one text, so that two listings are equal when they are the same text. Names are in byte order,
 * as httpd takes them (httpd-config 4.1).
 */
export function listingText(entries: readonly FolderEntry[]): string {
  const ordered = [...entries].sort((a, b) => byteOrder(a.name, b.name));
  return ordered.map(({ kind, uri, name }) => `${kind}\t${uri}\t${encodedName(name)}`).join('\n');
}

export function listingEntries(text: string): FolderEntry[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const [kind = '', uri = '', name = ''] = line.split('\t');
    return { kind: kind as FolderEntry['kind'], uri, name: decoded(name) };
  });
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
