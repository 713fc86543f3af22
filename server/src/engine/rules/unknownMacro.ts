import { inRaw } from '../evaluation/directive.ts';
import type { Rule } from './rule.ts';

/** A macro that is not defined above its use (httpd-config 3.5). */
export const unknownMacro: Rule = {
  code: 'unknown-macro',
  keys: ['use', 'undefmacro'],
  directive({ step, words }) {
    const [name] = words;
    if (step.use?.fault !== 'unknown' || !name) return [];
    return [
      {
        span: inRaw(step, name.span),
        message: `No macro \`${name.value.text}\` is defined above this line.`,
        why: 'httpd refuses it: a macro must be defined before it is used.',
      },
    ];
  },
};
