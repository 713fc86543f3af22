import { takeCharacterEscape, takeOctal, type CharacterEscape } from './characters.ts';
import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { ANY, ONE } from './lengths.ts';
import { takeProperty } from './properties.ts';
import { addReference, BLANKS, NAME_ENDS, takeBackreferenceDigits, takeGroupNumber, takeName } from './references.ts';
import { addItem, addMark, spanFrom, startsWith, take, type Scan } from './scan.ts';

const ANCHORS = 'ABGKZbz';
const CLASSES = 'CDHNSVWdhsvw';
/** Escapes that other languages have and PCRE2 refuses by name. */
const UNSUPPORTED = 'FLUlu';

/** An escape outside of a set; the scan is at the backslash. */
export function readEscape(scan: Scan): RegexFault | undefined {
  const start = scan.at++;
  const letter = scan.text.charAt(scan.at);
  if (letter === '') return faultAt(spanFrom(scan, start), FAULTS.endsInBackslash());
  const escape = takeCharacterEscape(scan);
  if (escape) return readCharacter(scan, escape);
  if (ANCHORS.includes(letter)) {
    scan.at++;
    addMark(scan, 'anchor');
    return undefined;
  }
  return (OTHERS[letter] ?? readOther)(scan, start);
}

type ReadEscape = (scan: Scan, start: number) => RegexFault | undefined;

const OTHERS: Readonly<Record<string, ReadEscape>> = {
  N: readNotNewline,
  P: readProperty,
  R: (scan) => readOne(scan, { least: 1, most: 2 }),
  X: (scan) => readOne(scan, ANY),
  g: readGroupEscape,
  k: readNameEscape,
  p: readProperty,
};

function readOther(scan: Scan, start: number): RegexFault | undefined {
  if (CLASSES.includes(scan.text.charAt(scan.at))) return readOne(scan, ONE);
  return /\d/.test(scan.text.charAt(scan.at)) ? readDigits(scan, start) : unknownEscape(scan, start);
}

function readCharacter(scan: Scan, escape: CharacterEscape): RegexFault | undefined {
  if ('fault' in escape) return escape.fault;
  addItem(scan, 'escape', ONE);
  return undefined;
}

function readOne(scan: Scan, length: typeof ONE): undefined {
  scan.at++;
  addItem(scan, 'class', length);
}

/** An escape that PCRE2 does not know; the scan is at its letter. */
export function unknownEscape(scan: Scan, start: number): RegexFault {
  const letter = scan.text.charAt(scan.at++);
  const fault = UNSUPPORTED.includes(letter) ? FAULTS.escapeUnsupported : FAULTS.escapeUnknown;
  return faultAt(spanFrom(scan, start), fault(`\\${letter}`));
}

function readProperty(scan: Scan): RegexFault | undefined {
  const fault = takeProperty(scan);
  if (!fault) addItem(scan, 'class', ONE);
  return fault;
}

const REPETITION = /N\{[ \t]*(\d+[ \t]*(,[ \t]*(\d+[ \t]*)?)?|,[ \t]*\d+[ \t]*)\}/y;

/** `\N`; a brace behind it must be a repetition, for PCRE2 has no names of characters. */
function readNotNewline(scan: Scan, start: number): RegexFault | undefined {
  REPETITION.lastIndex = scan.at;
  if (!startsWith(scan, 'N{') || REPETITION.test(scan.text)) return readOne(scan, ONE);
  scan.at++;
  return faultAt(spanFrom(scan, start), FAULTS.escapeUnsupported('\\N{…}'));
}

/** `\1` is a group, `\12` one or a character in octal digits, `\81` always one. */
function readDigits(scan: Scan, start: number): RegexFault | undefined {
  const number = takeBackreferenceDigits(scan);
  if (number === undefined) return readCharacter(scan, octalOrDigit(scan));
  addReference(scan, start, { number });
  addItem(scan, 'escape', UNKNOWN_LENGTH);
  return undefined;
}

/** What a group takes that is referred to is not looked at: nothing is said of a lookbehind with one. */
const UNKNOWN_LENGTH = { least: 0, most: 0 };

/** Digits that mean no group: up to three octal ones, else 8 or 9 itself. */
export function octalOrDigit(scan: Scan): CharacterEscape {
  const digit = scan.text.charAt(scan.at);
  if (digit < '8') return takeOctal(scan);
  scan.at++;
  const code = digit.charCodeAt(0);
  return { code: { least: code, most: code } };
}

/** `\g1`, `\g-1`, `\g{1}` and `\g{name}` mean what a group has matched, `\g<1>` and `\g'name'` call a group. */
function readGroupEscape(scan: Scan, start: number): RegexFault | undefined {
  const end = NAME_ENDS[scan.text.charAt(++scan.at)] ?? '';
  if (end !== '') scan.at++;
  if (end === '}') take(scan, BLANKS);
  const read = takeGroupNumber(scan, start);
  if (read === 'none') return end === '' ? unclear(scan, start) : readNamed(scan, start, end);
  if ('fault' in read) return read.fault;
  if (end === '}') take(scan, BLANKS);
  if (!startsWith(scan, end)) return faultAt(spanFrom(scan, start), FAULTS.referenceNotEnded(end));
  scan.at += end.length;
  if (read.number === 0 && !CALLS.includes(end))
    return faultAt(spanFrom(scan, start), FAULTS.noSuchNumber(0, scan.count));
  addReference(scan, start, { number: read.number });
  addItem(scan, 'escape', UNKNOWN_LENGTH);
  return undefined;
}

// What ends a call of a group, not what it has matched: the whole pattern, 0, can be called.
const CALLS = ['>', "'"];

/** `\k{name}`, `\k<name>`, `\k'name'`. */
function readNameEscape(scan: Scan, start: number): RegexFault | undefined {
  const end = NAME_ENDS[scan.text.charAt(++scan.at)];
  if (end === undefined) return unclear(scan, start);
  scan.at++;
  return readNamed(scan, start, end);
}

function readNamed(scan: Scan, start: number, end: string): RegexFault | undefined {
  const read = takeName(scan, start, end);
  if ('fault' in read) return read.fault;
  addReference(scan, start, { name: read.name });
  addItem(scan, 'escape', UNKNOWN_LENGTH);
  return undefined;
}

function unclear(scan: Scan, start: number): RegexFault {
  const span = spanFrom(scan, start);
  return faultAt(span, FAULTS.referenceUnclear(scan.text.slice(span.start, span.end)));
}
