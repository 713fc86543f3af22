import { slice } from '../base/mapped.ts';
import type { Ask } from '../base/ask.ts';
import type { Kind, Part } from './kind.ts';
import { moved } from './moved.ts';
import { regexParts } from './regex/parts.ts';
import type { Word } from './word.ts';

/** The version that `<IfVersion>` compares with, or a pattern between slashes; the `>` may touch it (httpd-config 2.2). */
export const version: Kind = {
  id: 'version',
  parse(word, ask) {
    const text = withoutBracket(word.value.text);
    const isPattern = text.length > 2 && text.startsWith('/') && text.endsWith('/');
    if (isPattern) return patternParts(word, 1, text.length - 1, ask);
    return [{ span: { start: 0, end: text.length }, role: 'number' }];
  },
  suggest: () => [],
};

/** The pattern that a version must fit behind `~`. */
export const versionPattern: Kind = {
  id: 'version-pattern',
  parse: (word, ask) => patternParts(word, 0, withoutBracket(word.value.text).length, ask),
  suggest: () => [],
};

function withoutBracket(text: string): string {
  return text.endsWith('>') ? text.slice(0, -1) : text;
}

function patternParts({ value }: Word, start: number, end: number, ask: Ask): readonly Part[] {
  return regexParts(slice(value, { start, end }), ask).map((part) => moved(part, start));
}
