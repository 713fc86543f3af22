import { isBlank, skipBlanks, skipWord, trimmedEnd } from '../base/blanks.ts';
import { replaced, slice, verbatim, type Mapped } from '../base/mapped.ts';
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
  let open = false;
  for (let at = 0; at < text.length;) ({ end: at, open } = lineEnd(text, at, hasNul));
  return open;
}

/** Whether a range of a text holds a NUL. */
type NulTest = (text: string, start: number, end: number) => boolean;

interface LineEnd {
  readonly end: number;
  readonly physical: number;
  readonly joined: boolean;
  /** The text ends before the line does. */
  readonly open: boolean;
}

function lineEnd(text: string, from: number, isCut: NulTest): LineEnd {
  let physical = 0;
  let joined = false;
  let kept = 0;
  for (let at = from; ; physical++) {
    const feed = text.indexOf('\n', at);
    const cut = isCut(text, at, feed < 0 ? text.length : feed);
    joined ||= cut;
    if (feed < 0) return { end: text.length, physical: physical + (at < text.length ? 1 : 0), joined, open: true };
    const backslashes = cut ? 0 : backslashesBefore(text, at, feed, kept);
    if (backslashes === 0) return { end: feed + 1, physical: physical + 1, joined, open: false };
    kept = backslashes - 1;
    joined = true;
    at = feed + 1;
  }
}

/**
 * The backslashes before the LF or CRLF at `feed` of the physical line that begins at `start`; the last of them makes a
 * continuation and goes. Where nothing else is on the line httpd sees the `kept` ones of the line before as well, so an
 * empty line behind two backslashes continues too.
 */
function backslashesBefore(text: string, start: number, feed: number, kept: number): number {
  const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
  let at = end;
  while (at > start && text[at - 1] === '\\') at--;
  return end - at + (at === start ? kept : 0);
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
  const cuts: Span[] = [];
  let kept = 0;
  for (let at = 0; at < raw.length;) {
    const feed = raw.indexOf('\n', at);
    const stop = feed < 0 ? raw.length : feed;
    const nul = raw.slice(at, stop).indexOf(NUL);
    const backslashes = nul < 0 && feed >= 0 ? backslashesBefore(raw, at, feed, kept) : 0;
    if (nul >= 0) cuts.push({ start: at + nul, end: stop });
    if (backslashes > 0) cutJoin(cuts, raw, at, feed);
    kept = backslashes - 1;
    at = stop + 1;
  }
  return replaced(
    verbatim(raw),
    cuts.map((span) => ({ span, text: '', what: 'joined' })),
  );
}

/** Cuts the backslash before a line end with the line end; it stands before the cut behind it where the line is empty. */
function cutJoin(cuts: Span[], raw: string, at: number, feed: number): void {
  const stop = raw[feed - 1] === '\r' ? feed - 1 : feed;
  const last = cuts.at(-1);
  const start = stop > at ? stop - 1 : at;
  if (last?.end !== start) cuts.push({ start, end: feed + 1 });
  else cuts[cuts.length - 1] = { start: stop > at ? last.start : last.start - 1, end: feed + 1 };
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
