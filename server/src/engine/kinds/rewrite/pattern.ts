import { slice } from '../../base/mapped.ts';
import type { Kind, Part } from '../kind.ts';
import { moved } from '../moved.ts';
import { regexParts } from '../regex/parts.ts';

/** The pattern of RewriteRule: a regular expression, behind a `!` where the rule is for what does not fit (httpd-config 8.2). */
export const rewritePattern: Kind = {
  id: 'rewrite-pattern',
  parse({ value }, ask) {
    const start = value.text.startsWith('!') ? 1 : 0;
    const inside = regexParts(slice(value, { start, end: value.text.length }), ask);
    return [...(start > 0 ? [NOT] : []), ...inside.map((part) => moved(part, start))];
  },
  suggest: () => [],
};

const NOT: Part = { span: { start: 0, end: 1 }, role: 'operator' };
