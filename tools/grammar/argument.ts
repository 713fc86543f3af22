import type { Rule } from './rule.ts';
import { argumentStart, blank, lastBracket, lineEnd } from './lines.ts';

/** How an argument is written. */
export type Form = 'double' | 'single' | 'bare';

/** How a line falls into arguments. */
export interface Splitting {
  /** What ends an argument without quotes. */
  readonly bareEnd: string;
  /** What ends any argument, even inside quotes. */
  readonly anyEnd: string;
  /** One escape, as an expression, by the form of the argument. */
  readonly escape: Readonly<Record<Form, string>>;
}

/** The words of most directives (httpd-config 1.3). */
export const words: Splitting = {
  bareEnd: `(?=${blank})`,
  anyEnd: lineEnd,
  escape: { double: String.raw`\\[\\"]`, single: String.raw`\\[\\']`, bare: String.raw`\\\\` },
};

/** The words of an opening tag (httpd-config 2.2). */
export const header: Splitting = { ...words, anyEnd: `${lastBracket}|${lineEnd}` };

/** mod_rewrite: no escape for a quote, and a backslash keeps a blank (httpd-config 8.2). */
export const rewrite: Splitting = {
  bareEnd: String.raw`(?<!\\)(?=${blank})`,
  anyEnd: lineEnd,
  escape: { double: String.raw`\\[^"\n]`, single: String.raw`\\[^'\n]`, bare: String.raw`\\.` },
};

/** The scopes and the rules of an argument's text. */
type Content = Pick<Rule, 'name' | 'contentName' | 'patterns'>;

const quotes = [
  { form: 'double', quote: '"' },
  { form: 'single', quote: "'" },
] as const;

/** The rules for an argument in each of its forms. With `at` = `\G` it is the first one that a region may meet. */
export function argument(splitting: Splitting, content: (form: Form) => Content, at = ''): Rule[] {
  const quoted = quotes.map(({ form, quote }) => ({
    begin: at + quote,
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.apacheconf' } },
    end: `(${quote})|${splitting.anyEnd}`,
    endCaptures: { 1: { name: 'punctuation.definition.string.end.apacheconf' } },
    ...content(form),
  }));
  return [
    ...quoted,
    { begin: at + argumentStart, end: `${splitting.bareEnd}|${splitting.anyEnd}`, ...content('bare') },
  ];
}
