import { inRaw } from '../evaluation/directive.ts';
import type { Word } from '../kinds/word.ts';
import type { Rule } from './rule.ts';

/** `None` of IndexOptions takes back what stands in front of it, and goes with nothing behind it but signed words and values. */
export const indexOptionsNone: Rule = {
  code: 'keyword-value',
  keys: ['indexoptions'],
  directive({ words, step }) {
    if (words.some((word) => word.hole)) return [];
    const last = words.map(({ value }) => value.text.toLowerCase()).lastIndexOf('none');
    const behind = last < 0 ? undefined : words.slice(last + 1).find(isPlain);
    if (!behind) return [];
    return [
      {
        span: inRaw(step, behind.span),
        message: `\`${behind.value.text}\` cannot stand behind \`None\`.`,
        why: 'httpd refuses the line. With a `+` in front, it would add the option to none.',
      },
    ];
  },
};

/** These set no option (modules/generators/mod_autoindex.c, `add_opts`). */
const VALUES = /=|^(?:IconHeight|IconWidth|UseOldDateFormat)$/i;

function isPlain({ value: { text } }: Word): boolean {
  return !/^[+-]/.test(text) && text !== '' && !VALUES.test(text);
}
