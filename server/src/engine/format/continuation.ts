import { isBlank, trimmedEnd } from '../base/blanks.ts';
import { offsetAt } from '../base/mapped.ts';
import { textOf, type Line } from '../syntax/line.ts';
import { physicalLines, textOfPhysical } from './physicalLine.ts';
import { quotedSpans, READINGS } from './quotes.ts';

/**
 * What may be done with the blanks in front of a continued line: `keep` leaves them as they are, `blank` needs some
 * there, `free` needs none.
 */
export type Join = 'keep' | 'blank' | 'free';

/**
 * What may be done with the blanks in front of each physical line. Blanks can be changed only where blanks separate the
 * words already (httpd-config 1.1: a join adds none) and surely no quote is open. A backslash alone stays where it is,
 * for it may take away one that stands before it. `unknown` are texts that stand for others, which may hold quotes.
 */
export function joinsOf(line: Line, unknown: readonly string[]): Join[] {
  const joined = textOf(line);
  const { text } = joined;
  const quoted = new Uint8Array(text.length + 1); // 1 where the place before a unit is inside quotes
  for (const { start, end } of READINGS.flatMap((reading) => quotedSpans(text, reading)))
    quoted.fill(1, start + 1, end);
  const known = firstOf(unknown, text);
  let start = 0;
  return physicalLines(line).map((physical) => {
    const at = offsetAt(joined, start);
    const typed = textOfPhysical(physical);
    start += typed.length;
    return quoted[at] === 1 || at > known || /^\\\r?\n$/.test(typed) ? 'keep' : joinAt(text, at);
  });
}

/** Where the first of some texts begins in another one; the end of it where there is none. */
function firstOf(wanted: readonly string[], text: string): number {
  return wanted.reduce((first, each) => {
    const at = text.indexOf(each);
    return at < 0 ? first : Math.min(first, at);
  }, text.length);
}

/** httpd drops the blanks at both ends of a line; one behind a backslash may be a part of a word (8.2). */
function joinAt(text: string, at: number): Join {
  const before = trimmedEnd(text.slice(0, at));
  if (before === 0) return 'free';
  if (text[before - 1] === '\\') return 'keep';
  if (before < at || at === text.length) return 'free';
  return isBlank(text[at]) ? 'blank' : 'keep';
}
