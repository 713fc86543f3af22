import type { SourceFile } from '../syntax/sourceFile.ts';
import type { Context } from './settings.ts';

/** `# htconf: context=vhost root=../httpd.conf` says where a loose file is included. */
const COMMENT = /^\s*#\s*htconf:\s*(.*?)\s*$/s;

const CONTEXTS: readonly Context[] = ['server', 'vhost', 'directory', 'htaccess'];

/** The words of a context comment; undefined for any other text. */
export function contextWords(raw: string): string[] | undefined {
  const match = COMMENT.exec(raw);
  return match ? (match[1] ?? '').split(/\s+/).filter((word) => word !== '') : undefined;
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
  for (const line of file.chunks[0]?.lines ?? []) {
    if (line.form !== 'comment' && line.form !== 'blank') return undefined;
    for (const word of contextWords(line.raw) ?? []) {
      const context = namedContext(word);
      if (context) return context;
    }
  }
  return undefined;
}
