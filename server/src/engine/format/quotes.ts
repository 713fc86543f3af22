import { isBlank } from '../base/blanks.ts';
import type { Span } from '../base/span.ts';

/**
 * A way in which httpd reads quotes. `escapes`: behind a backslash a quote or a backslash means nothing; `anywhere`: a
 * quote may open in the middle of a word.
 */
interface Reading {
  readonly escapes: boolean;
  readonly anywhere: boolean;
}

/** Words as most directives have them (httpd-config 1.3). */
export const WORDS: Reading = { escapes: true, anywhere: false };

/** Which one holds depends on the directive: mod_rewrite reads as the second (8.2), expressions as the third (8.4). */
export const READINGS: readonly Reading[] = [
  WORDS,
  { escapes: false, anywhere: false },
  { escapes: true, anywhere: true },
];

/** The quoted parts of a logical line with their quotes; one that is not closed has no end. */
export function quotedSpans(text: string, reading: Reading): Span[] {
  const spans: Span[] = [];
  let wordStart = true;
  for (let at = 0; at < text.length;) {
    if (isQuote(text[at]) && (wordStart || reading.anywhere)) {
      const span = { start: at, end: endOfQuoted(text, at, reading) };
      spans.push(span);
      at = span.end;
      wordStart = true; // httpd needs no blank behind a closing quote
    } else {
      wordStart = isBlank(text[at]);
      at += unitsAt(text, at, reading);
    }
  }
  return spans;
}

function endOfQuoted(text: string, start: number, reading: Reading): number {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === text[start]) return at + 1;
    at += unitsAt(text, at, reading);
  }
  return Infinity;
}

/** Two for a backslash together with what it escapes. */
function unitsAt(text: string, at: number, { escapes }: Reading): number {
  const next = text[at + 1];
  return escapes && text[at] === '\\' && (next === '\\' || isQuote(next)) ? 2 : 1;
}

function isQuote(unit: string | undefined): boolean {
  return unit === '"' || unit === "'";
}
