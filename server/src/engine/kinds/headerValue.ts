import { readExpression } from './expression/read.ts';
import { suggestIn } from './expression/suggest.ts';
import type { Kind } from './kind.ts';

const MARK = 'expr=';

/** The value of a header: a format, or behind `expr=`, in small letters, a text with `%{…}` in it (httpd-config 8.9). */
export const headerValue: Kind = {
  id: 'header-value',
  parse({ value: { text }, quote = '' }, ask) {
    if (!text.startsWith(MARK)) return [];
    const at = MARK.length;
    const mark = { span: { start: 0, end: at }, role: 'keyword' as const, key: MARK };
    return [mark, ...readExpression({ text: text.slice(at), at, outer: quote }, 'string', ask)];
  },
  suggest: (_, offset, ask, text) => (text.startsWith(MARK) ? suggestIn(text, offset, 'string', ask) : []),
};
