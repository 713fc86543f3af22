import { isBlank, skipBlanks, skipWord, trimmedEnd } from '../base/blanks.ts';
import { replaced, slice, verbatim, type Mapped, type Replacement } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';

/** What a logical line is, before variables are expanded. */
export type LineForm = 'blank' | 'comment' | 'directive' | 'open' | 'close';

/** One logical line (httpd-config 1.1). It does not know where in the file it stands. */
export interface Line extends Header {
  /** The line with its line ends. */
  readonly raw: string;
  /** Physical lines that it takes. */
  readonly physical: number;
  /** Some units of `raw` are no part of the text: a continuation, or what stands behind a NUL. */
  readonly joined: boolean;
  /** The text holds `${`. */
  readonly variable: boolean;
}

/** The beginning of a logical line. */
export interface Header {
  readonly form: LineForm;
  /** The name in lower case, with its `<` or `</` and without a final `>`: the key of the catalogue. Empty for blank lines and comments. */
  readonly key: string;
}

const NUL = '\0';

/** Cuts a text into logical lines; their `raw` joined is the text. */
export function lexLines(text: string): Line[] {
  const lines: Line[] = [];
  // A choice of functions, since V8 searches again for each line for a flag that is looked at for each line.
  const isCut = text.includes(NUL) ? hasNul : () => false;
  for (let at = 0; at < text.length;) {
    const { end, physical, joined } = lineEnd(text, at, isCut);
    lines.push(lexLine(text.slice(at, end), physical, joined));
    at = end;
  }
  return lines;
}

/** True where the last logical line of `text` goes on with whatever follows. */
export function goesOn(text: string): boolean {
  if (text === '') return false;
  const last = text.lastIndexOf('\n');
  if (last < text.length - 1) return true;
  const start = text.lastIndexOf('\n', last - 1) + 1;
  return continues(text, start, last, hasNul);
}

/** Whether a range of a text holds a NUL. */
type NulTest = (text: string, start: number, end: number) => boolean;

function lineEnd(text: string, from: number, isCut: NulTest): { end: number; physical: number; joined: boolean } {
  let physical = 0;
  let joined = false;
  for (let at = from; ; physical++) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 ? text.length : feed;
    joined ||= isCut(text, at, stop);
    if (feed < 0) return { end: text.length, physical: physical + (at < text.length ? 1 : 0), joined };
    if (!continues(text, at, feed, isCut)) return { end: feed + 1, physical: physical + 1, joined };
    joined = true;
    at = feed + 1;
  }
}

/** httpd-config 1.1: a backslash directly before LF or CRLF; a NUL hides it. */
function continues(text: string, start: number, feed: number, isCut: NulTest): boolean {
  const before = text[feed - 1] === '\r' ? feed - 2 : feed - 1;
  return before >= start && text[before] === '\\' && !isCut(text, start, feed);
}

/** Looks at the range alone: a search that runs on to the end of the text for each line would be quadratic. */
function hasNul(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes(NUL);
}

function lexLine(raw: string, physical: number, joined: boolean): Line {
  const text = joined ? joinedText(raw).text : raw;
  const { form, key } = headerOf(text);
  return { raw, form, key, physical, joined, variable: text.includes('${') };
}

/** The text of a logical line as httpd sees it: joined, without blanks at its ends; `source` is `line.raw`. */
export function textOf(line: Line): Mapped {
  const whole = line.joined ? joinedText(line.raw) : verbatim(line.raw);
  const start = skipBlanks(whole.text, 0);
  return slice(whole, { start, end: trimmedEnd(whole.text, start) });
}

function joinedText(raw: string): Mapped {
  const cuts: Replacement[] = [];
  for (let at = 0; at < raw.length;) {
    const feed = raw.indexOf('\n', at);
    const stop = feed < 0 ? raw.length : feed;
    const nul = raw.slice(at, stop).indexOf(NUL);
    if (nul >= 0) cuts.push(cut(at + nul, stop));
    else if (feed >= 0 && continues(raw, at, feed, hasNul))
      cuts.push(cut(raw[feed - 1] === '\r' ? feed - 2 : feed - 1, feed + 1));
    at = stop + 1;
  }
  return replaced(verbatim(raw), cuts);
}

function cut(start: number, end: number): Replacement {
  return { span: { start, end }, text: '', what: 'joined' };
}

/** Form and key of a text as it is written. */
export function headerOf(text: string): Header {
  return text[skipBlanks(text, 0)] === '#' ? { form: 'comment', key: '' } : expandedHeader(text);
}

/** Form and key of a text whose variables are expanded: what they made is no comment (httpd-config 1.2). */
export function expandedHeader(text: string): Header {
  const start = skipBlanks(text, 0);
  if (start === text.length) return { form: 'blank', key: '' };
  const name = text.slice(...unquoted(text, nameSpan(text)));
  if (name.startsWith('</')) return { form: 'close', key: closingKey(name) };
  const key = (name.endsWith('>') ? name.slice(0, -1) : name).toLowerCase();
  return { form: name.startsWith('<') ? 'open' : 'directive', key };
}

/** `</Name>`, `</Name` and `</Name>x` close the same section as far as a reader is concerned. */
function closingKey(name: string): string {
  const bracket = name.indexOf('>');
  return (bracket < 0 ? name : name.slice(0, bracket)).toLowerCase();
}

/** The first word of a text with its quotes (httpd-config 1.3). */
export function nameSpan(text: string): Span {
  const start = skipBlanks(text, 0);
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return { start, end: skipWord(text, start) };
  const end = text.indexOf(quote, start + 1);
  return { start, end: end < 0 ? text.length : end + 1 };
}

function unquoted(text: string, { start, end }: Span): [number, number] {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return [start, end];
  return [start + 1, end > start + 1 && text[end - 1] === quote ? end - 1 : end];
}

/** The word that names the directive or section, without quotes, `<`, `</` and a final `>`: what a finding marks. */
export function nameWord(text: string): Span {
  const [start, end] = unquoted(text, nameSpan(text));
  let from = start;
  if (text[from] === '<') from += text[from + 1] === '/' ? 2 : 1;
  const bracket = text.indexOf('>', from);
  const to = bracket >= 0 && bracket < end ? bracket : end;
  return from < to ? { start: from, end: to } : { start, end };
}

/** Where the indentation of a line ends in its `raw`. */
export function indentation(line: Line): number {
  let at = 0;
  while (isBlank(line.raw[at]) && line.raw[at] !== '\n') at++;
  return at;
}
