import type { Ask } from '../base/ask.ts';
import { skipBlanks, skipWord } from '../base/blanks.ts';
import type { Span } from '../base/span.ts';
import { readExpression } from './expression/read.ts';
import { suggestBehind } from './expression/suggest.ts';
import type { Kind, Part } from './kind.ts';

/** `NAME {condition}` or `NAME "condition"`, as ProxyHCExpr takes it (httpd-config 1.3). */
export const healthCheck: Kind = {
  id: 'health-check',
  parse: ({ value: { text } }, ask) => parse(text, ask),
  suggest(_, offset, ask, text) {
    const found = conditionIn(text);
    return found && offset >= found.span.start ? suggestBehind(text, found.span.start, offset, ask) : [];
  },
};

function parse(text: string, ask: Ask): readonly Part[] {
  const found = conditionIn(text);
  if (!found) return [];
  const { span, outer } = found;
  return readExpression({ text: text.slice(span.start, span.end), at: span.start, outer }, 'condition', ask);
}

/** Undefined where there is none, or where quotes are hidden in quotes. */
function conditionIn(text: string): { span: Span; outer: string } | undefined {
  const start = skipBlanks(text, skipWord(text, 0));
  const first = text.charAt(start);
  if (first === '' || /^["'\\]/.test(text)) return undefined;
  if (first === '{') return { span: { start: start + 1, end: braceEnd(text, start) }, outer: '' };
  if (first !== '"' && first !== "'") return { span: { start, end: skipWord(text, start) }, outer: '' };
  const end = text.indexOf(first, start + 1);
  const span = { start: start + 1, end: end < 0 ? text.length : end };
  return text.slice(span.start, span.end).includes('\\') ? undefined : { span, outer: first };
}

/** The `}` of a `{`; the end of the text where there is none. */
function braceEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}
