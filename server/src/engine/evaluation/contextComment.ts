import type { Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { CONTEXTS, type Context } from './settings.ts';

/** `# htconf: context=vhost root=../httpd.conf` says where a loose file is included. */
const BEGINNING = /^\s*#\s*htconf:/;

/** The words of a context comment; undefined for any other text. */
export function contextWords(raw: string): string[] | undefined {
  const [beginning] = BEGINNING.exec(raw) ?? [];
  if (beginning === undefined) return undefined;
  return raw
    .slice(beginning.length)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether a word of a context comment says something known. */
export function isContextWord(word: string): boolean {
  return namedContext(word) !== undefined || ROOT.test(word);
}

function namedContext(word: string): Context | undefined {
  return CONTEXTS.find((context) => word === `context=${context}`);
}

/** The context that a comment above the first directive names. */
export function contextComment(file: SourceFile): Context | undefined {
  return wordsOf(file)
    .map(namedContext)
    .find((context) => context !== undefined);
}

/** The main configuration that such a comment names, as it is written: relative to the folder of the file. */
export function rootComment(file: SourceFile): string | undefined {
  return wordsOf(file)
    .map((word) => ROOT.exec(word)?.[1])
    .find((root) => root !== undefined);
}

const ROOT = /^root=(.+)/;

function wordsOf(file: SourceFile): string[] {
  return [...beginningOf(file)].flatMap((line) => contextWords(line.raw) ?? []);
}

/** The lines above the first directive, in which context comments count. */
export function* beginningOf(file: SourceFile): Generator<Line> {
  for (const { lines } of file.chunks) {
    for (const line of lines) {
      if (line.form !== 'comment' && line.form !== 'blank') return;
      yield line;
    }
  }
}
