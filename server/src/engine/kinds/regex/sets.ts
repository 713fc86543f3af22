import type { Span } from '../../base/span.ts';
import { takeCharacter, takeCharacterEscape, type CharacterCode, type CharacterEscape } from './characters.ts';
import type { RegexFault } from './checked.ts';
import { octalOrDigit, unknownEscape } from './escapes.ts';
import { FAULTS, faultAt } from './faults.ts';
import { NONE, ONE } from './lengths.ts';
import { takeProperty } from './properties.ts';
import { addItem, spanFrom, startsWith, take, type Scan } from './scan.ts';

/** `[…]` while it is read. */
interface SetScan {
  /** A character that a range may begin with. */
  last: SetCharacter | undefined;
  /** The character in front of a `-`: what comes ends the range. */
  from: SetCharacter | undefined;
}

interface SetCharacter {
  readonly code: CharacterCode;
  readonly start: number;
}

const WORD_EDGE = /\[\[:[<>]:\]\]/y;
// Quotes without text may stand before and behind the `^`; with `xx` blanks, too.
const BEGINNING = /\[(?:\\E|\\Q\\E)*\^?(?:\\E|\\Q\\E)*/y;
const BEGINNING_XX = /\[(?:\\E|\\Q\\E|[ \t])*\^?(?:\\E|\\Q\\E|[ \t])*/y;

/** A set of characters; the scan is at its bracket. */
export function readSet(scan: Scan): RegexFault | undefined {
  const start = scan.at;
  if (take(scan, WORD_EDGE)) {
    addItem(scan, 'anchor', NONE);
    return undefined;
  }
  const outside = classAt(scan);
  if (outside) return faultAt(outside, ofClass(scan.text.slice(outside.start, outside.end), FAULTS.classOutside));
  take(scan, scan.options.extendedMore ? BEGINNING_XX : BEGINNING);
  const set: SetScan = { last: undefined, from: undefined };
  do {
    if (scan.at >= scan.text.length) return faultAt({ start, end: start + 1 }, FAULTS.setNotClosed());
    const fault = readElement(scan, set);
    if (fault) return fault;
  } while (scan.quoted || !startsWith(scan, ']'));
  scan.at++;
  addItem(scan, 'class', ONE);
  return undefined;
}

function readElement(scan: Scan, set: SetScan): RegexFault | undefined {
  if (scan.quoted) return readQuoted(scan, set);
  const start = scan.at;
  const sign = scan.text.charAt(start);
  if (sign === '\\') return readEscape(scan, set);
  if (sign === '[') {
    const span = classAt(scan);
    if (span) return readClass(scan, set, span);
  }
  if (scan.options.extendedMore && /[ \t]/.test(sign)) {
    scan.at++;
    return undefined;
  }
  if (sign === '-' && set.last && !set.from) {
    scan.at++;
    set.from = set.last;
    set.last = undefined;
    return undefined;
  }
  return addCharacter(scan, set, start, takeCharacter(scan));
}

function readQuoted(scan: Scan, set: SetScan): RegexFault | undefined {
  const start = scan.at;
  if (!startsWith(scan, '\\E')) return addCharacter(scan, set, start, takeCharacter(scan));
  scan.at += 2;
  scan.quoted = false;
  return undefined;
}

function addCharacter(scan: Scan, set: SetScan, start: number, code: CharacterCode): RegexFault | undefined {
  const { from } = set;
  set.from = undefined;
  set.last = from ? undefined : { code, start };
  if (!from || from.code.least <= code.most) return undefined;
  const span = spanFrom(scan, from.start);
  const written = scan.text.slice(span.start, span.end);
  return faultAt(span, FAULTS.rangeBackwards(written, swapped(written)));
}

/** A range of two letters or digits, the other way round. */
function swapped(range: string): string | undefined {
  return /^[a-zA-Z0-9]-[a-zA-Z0-9]$/.test(range) ? [...range].reverse().join('') : undefined;
}

/** `[:name:]`, `[.x.]` or `[=x=]` as PCRE2 sees it: no `]` before its end, and no other such beginning. */
function classAt({ text, at }: Scan): Span | undefined {
  const sign = text.charAt(at + 1);
  if (text[at] !== '[' || !(sign === ':' || sign === '.' || sign === '=')) return undefined;
  for (let to = at + 2; to < text.length - 1; to++) {
    const pair = text.slice(to, to + 2);
    if (pair === `${sign}]`) return { start: at, end: to + 2 };
    if (pair.startsWith(']') || pair === `[${sign}`) return undefined;
    if (pair === '\\]' || pair === '\\\\') to++;
  }
  return undefined;
}

const CLASS_NAMES = /^\[:\^?(alpha|lower|upper|alnum|ascii|blank|cntrl|digit|graph|print|punct|space|word|xdigit):\]$/;

function readClass(scan: Scan, set: SetScan, span: Span): RegexFault | undefined {
  const written = scan.text.slice(span.start, span.end);
  if (set.from) return hyphenBefore(scan, span.start);
  if (!CLASS_NAMES.test(written)) return faultAt(span, ofClass(written, FAULTS.classUnknown));
  scan.at = span.end;
  return endOfClass(scan, set);
}

function ofClass<T>(written: string, fault: (written: string) => T): T | ReturnType<typeof FAULTS.collating> {
  return written.startsWith('[:') ? fault(written) : FAULTS.collating(written);
}

const HYPHEN = /-(?!\]|\\[QE])[^]/y;

/** Behind something that stands for several characters, a `-` may only be the last in the set. */
function endOfClass(scan: Scan, set: SetScan): RegexFault | undefined {
  set.last = undefined;
  HYPHEN.lastIndex = scan.at;
  if (!HYPHEN.test(scan.text)) return undefined;
  return faultAt({ start: scan.at, end: scan.at + 1 }, FAULTS.rangeOfSet());
}

/** A range that would end in something that stands for several characters. */
function hyphenBefore({ text }: Scan, at: number): RegexFault {
  const start = text.lastIndexOf('-', at - 1);
  return faultAt({ start, end: start + 1 }, FAULTS.rangeOfSet());
}

const CLASSES = 'DHSVWdhsvw';
const NOT_IN_SETS = 'ABCGKNRXZz';

function readEscape(scan: Scan, set: SetScan): RegexFault | undefined {
  const start = scan.at++;
  const letter = scan.text.charAt(scan.at);
  if (letter === '') return undefined; // the set is never closed
  if (letter === 'Q' || letter === 'E') {
    scan.at++;
    scan.quoted = letter === 'Q';
    return undefined;
  }
  const escape = characterIn(scan, letter);
  if (escape) return 'fault' in escape ? escape.fault : addCharacter(scan, set, start, escape.code);
  if (NOT_IN_SETS.includes(letter)) {
    scan.at++;
    return faultAt(spanFrom(scan, start), FAULTS.escapeInSet(`\\${letter}`));
  }
  return readClassEscape(scan, set, start, letter);
}

function readClassEscape(scan: Scan, set: SetScan, start: number, letter: string): RegexFault | undefined {
  const isProperty = letter === 'p' || letter === 'P';
  if (!isProperty && !CLASSES.includes(letter)) return unknownEscape(scan, start);
  if (set.from) return hyphenBefore(scan, start);
  if (!isProperty) scan.at++;
  return (isProperty ? takeProperty(scan) : undefined) ?? endOfClass(scan, set);
}

/** `\b` is a backspace here, `\g` and `\k` are letters (`\k` since PCRE2 10.45), and digits are never a group. */
function characterIn(scan: Scan, letter: string): CharacterEscape | undefined {
  if (letter === 'b' || letter === 'g' || letter === 'k') {
    const code = letter === 'b' ? 8 : letter.charCodeAt(0);
    scan.at++;
    return { code: { least: code, most: code } };
  }
  return /\d/.test(letter) ? octalOrDigit(scan) : takeCharacterEscape(scan);
}
