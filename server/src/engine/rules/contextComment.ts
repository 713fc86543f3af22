import { contextWords, isContextWord } from '../evaluation/contextComment.ts';
import type { Rule } from './rule.ts';

/** A context comment that says nothing known. */
export const contextComment: Rule = {
  code: 'context-comment',
  line({ source }) {
    const words = source.form === 'comment' ? contextWords(source.raw) : undefined;
    if (!words) return [];
    if (words.length === 0) return [{ span: trimmed(source.raw), message: USE }];
    const from = source.raw.indexOf(':') + 1;
    return [...source.raw.slice(from).matchAll(/\S+/g)]
      .filter(([word]) => !isContextWord(word))
      .map(({ 0: word, index }) => ({
        span: { start: from + index, end: from + index + word.length },
        message: `htconf does not know \`${word}\`. ${USE}`,
      }));
  },
};

const USE =
  'Write `context=server`, `vhost`, `directory` or `htaccess`, or `root=` with the path of the main configuration.';

function trimmed(raw: string) {
  return { start: raw.indexOf('#'), end: raw.trimEnd().length };
}
