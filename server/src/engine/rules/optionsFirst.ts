import { inRaw } from '../evaluation/directive.ts';
import type { Rule } from './rule.ts';

/** `All` and `None` only as the first option, without sign before (httpd-config 8.7). */
export const optionsFirst: Rule = {
  code: 'keyword-value',
  keys: ['options'],
  directive({ words, step }) {
    if (words.some((word) => word.hole)) return [];
    const late = words.find((word, index) => index > 0 && /^(all|none)$/i.test(word.value.text));
    if (!late) return [];
    return [
      {
        span: inRaw(step, late.span),
        message: `\`${late.value.text}\` can only be the first option.`,
        why: 'httpd refuses the line.',
      },
    ];
  },
};
