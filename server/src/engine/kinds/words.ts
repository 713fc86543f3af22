import { isBlank, skipBlanks, skipWord, trimmedEnd } from '../base/blanks.ts';
import { replaced, slice, touchesHole, type Mapped, type Replacement } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Word } from './word.ts';

/** Cuts the arguments of a line, which begin at `from`, into words. */
export type Splitter = (line: Mapped, from: number, to: number) => Word[];

/** Words as most directives take them (httpd-config 1.3). */
export const splitWords: Splitter = (line, from, to) => {
  const words: Word[] = [];
  for (let at = skipBlanks(line.text, from); at < to;) {
    const word = nextWord(line, at, to);
    words.push(word);
    at = skipBlanks(line.text, word.span.end);
  }
  return words;
};

/** Everything behind the name as one word: for directives that split their arguments themselves. */
export const splitRaw: Splitter = (line, from, to) => {
  const start = skipBlanks(line.text, from);
  const end = Math.max(start, Math.min(to, trimmedEnd(line.text, start)));
  return start < end ? [plainWord(line, { start, end })] : [];
};

/** Arguments of RewriteRule and RewriteCond (httpd-config 8.2): quotes have no escape, `\` protects a blank. */
export const splitRewrite: Splitter = (line, from, to) => {
  const words: Word[] = [];
  for (let at = skipBlanks(line.text, from); at < to;) {
    const word = rewriteWord(line, at, to);
    words.push(word);
    at = skipBlanks(line.text, word.span.end);
  }
  return words;
};

function plainWord(line: Mapped, span: Span): Word {
  return { span, value: slice(line, span), hole: touchesHole(line, span) };
}

function nextWord(line: Mapped, start: number, to: number): Word {
  const quote = line.text[start];
  if (quote === '"' || quote === "'") return quotedWord(line, start, quote, to);
  const span = { start, end: Math.min(to, skipWord(line.text, start)) };
  return { span, value: unescaped(line, span, '\\'), hole: touchesHole(line, span) };
}

function quotedWord(line: Mapped, start: number, quote: '"' | "'", to: number): Word {
  const end = closingQuote(line.text, start, quote, to);
  const span = { start, end: Math.min(to, end + 1) };
  const value = unescaped(line, { start: start + 1, end }, quote);
  return { span, value, quote, hole: touchesHole(line, span) };
}

/** The unescaped quote that ends a word; the end of the line where there is none (httpd-config 1.3). */
function closingQuote(text: string, start: number, quote: string, to: number): number {
  for (let at = start + 1; at < to; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\' && (text[at + 1] === '\\' || text[at + 1] === quote)) at++;
  }
  return to;
}

/** Takes the backslash from `\\` and, within quotes, from `\` before the quote. */
function unescaped(line: Mapped, span: Span, quote: string): Mapped {
  const value = slice(line, span);
  const cuts: Replacement[] = [];
  for (let at = value.text.indexOf('\\'); at >= 0; at = value.text.indexOf('\\', at + 1)) {
    const next = value.text[at + 1];
    if (next !== '\\' && next !== quote) continue;
    cuts.push({ span: { start: at, end: at + 1 }, text: '', what: 'joined' });
    at++;
  }
  return replaced(value, cuts);
}

function rewriteWord(line: Mapped, start: number, to: number): Word {
  const quote = line.text[start];
  if (quote === '"' || quote === "'") {
    const found = line.text.indexOf(quote, start + 1);
    const end = found < 0 || found >= to ? to : found;
    const span = { start, end: Math.min(to, end + 1) };
    return { span, value: slice(line, { start: start + 1, end }), quote, hole: touchesHole(line, span) };
  }
  let end = start;
  while (end < to && !isBlank(line.text[end])) end += line.text[end] === '\\' && isBlank(line.text[end + 1]) ? 2 : 1;
  return plainWord(line, { start, end: Math.min(end, to) });
}
