import { inRaw } from '../evaluation/directive.ts';
import type { Rule } from './rule.ts';

/** `AllowOverrideList None` stands alone (httpd-config 5.5). */
export const overrideListNone: Rule = {
  code: 'keyword-value',
  keys: ['allowoverridelist'],
  directive({ step, words }) {
    const none = words.length > 1 && words.find(({ value }) => value.text.toLowerCase() === 'none');
    if (!none) return [];
    const message = '`None` stands alone: with names of directives beside it, it means nothing.';
    return [{ span: inRaw(step, none.span), message, why: 'httpd refuses the line.' }];
  },
};
