import { isBlank, trimmedEnd } from '../base/blanks.ts';
import { quotedSpans, READINGS } from './quotes.ts';
import type { PhysicalLine } from './physicalLine.ts';

/**
 * What may be done with the blanks in front of a continued line: `keep` leaves them as they are, `blank` needs some
 * there, `free` needs none.
 */
export type Join = 'keep' | 'blank' | 'free';

/**
 * What may be done with the blanks in front of each physical line. Blanks can be changed only where blanks separate the
 * words already (httpd-config 1.1: a join adds none) and surely no quote is open. `unknown` are texts that stand for
 * others, which may hold quotes.
 */
export function joinsOf(lines: readonly PhysicalLine[], unknown: readonly string[]): Join[] {
  const parts = lines.map(({ indentation, content }) => indentation + content.replace(/\\$/, ''));
  const text = parts.join('');
  const quoted = new Uint8Array(text.length + 1); // 1 where the place before a unit is inside quotes
  for (const { start, end } of READINGS.flatMap((reading) => quotedSpans(text, reading)))
    quoted.fill(1, start + 1, end);
  const known = firstOf(unknown, text);
  let end = 0;
  return parts.map((part) => {
    const at = end;
    end += part.length;
    return quoted[at] === 1 || at > known ? 'keep' : joinAt(text, at);
  });
}

/** Where the first of some texts begins in another one; the end of it where there is none. */
function firstOf(wanted: readonly string[], text: string): number {
  return wanted.reduce((first, each) => {
    const at = text.indexOf(each);
    return at < 0 ? first : Math.min(first, at);
  }, text.length);
}

function joinAt(text: string, at: number): Join {
  const before = trimmedEnd(text.slice(0, at));
  if (before === 0) return 'free'; // httpd drops blanks at the beginning of a line
  if (text[before - 1] === '\\') return 'keep'; // it may protect the blank behind it (8.2)
  if (before < at) return 'free';
  return isBlank(text[at]) ? 'blank' : 'keep';
}
