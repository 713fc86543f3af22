import type { Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import type { Context } from './settings.ts';

/** `# htconf: context=vhost root=../httpd.conf` says where a loose file is included. */
const BEGINNING = /^\s*#\s*htconf:/;

const CONTEXTS: readonly Context[] = ['server', 'vhost', 'directory', 'htaccess'];

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
  return namedContext(word) !== undefined || /^root=./.test(word);
}

function namedContext(word: string): Context | undefined {
  return CONTEXTS.find((context) => word === `context=${context}`);
}

/** The context that a comment above the first directive names. */
export function contextComment(file: SourceFile): Context | undefined {
  for (const line of beginningOf(file)) {
    for (const word of contextWords(line.raw) ?? []) {
      const context = namedContext(word);
      if (context) return context;
    }
  }
  return undefined;
}

/** The lines above the first directive. */
function* beginningOf(file: SourceFile): Generator<Line> {
  for (const { lines } of file.chunks) {
    for (const line of lines) {
      if (line.form !== 'comment' && line.form !== 'blank') return;
      yield line;
    }
  }
}
