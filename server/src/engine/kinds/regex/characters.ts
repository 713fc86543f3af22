import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { spanFrom, take, type Scan } from './scan.ts';

/** The smallest and the largest number that a character can have: one that is no ASCII is one or several bytes. */
export interface CharacterCode {
  readonly least: number;
  readonly most: number;
}

/** An escape that stands for one character, or what is wrong with it. */
export type CharacterEscape = { readonly code: CharacterCode } | { readonly fault: RegexFault };

/** The character that comes next, standing for itself. The scan moves behind it. */
export function takeCharacter(scan: Scan): CharacterCode {
  const code = scan.text.codePointAt(scan.at) ?? 0;
  scan.at += code > 0xffff ? 2 : 1;
  return code < 0x80 || scan.utf ? exactly(code) : { least: 0x80, most: 0xff };
}

const LETTERS: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/** The escape of one character whose letter, behind the backslash, comes next; undefined where it is another escape. */
export function takeCharacterEscape(scan: Scan): CharacterEscape | undefined {
  const letter = scan.text.charAt(scan.at);
  const code = LETTERS[letter];
  if (code !== undefined) {
    scan.at++;
    return { code: exactly(code) };
  }
  if (!/[a-zA-Z0-9]/.test(letter)) return { code: takeCharacter(scan) };
  if (letter === '0') return takeOctal(scan);
  const read = BY_LETTER[letter];
  return read?.(scan);
}

const BY_LETTER: Readonly<Record<string, (scan: Scan) => CharacterEscape | undefined>> = {
  c: takeControl,
  x: takeHexadecimal,
  o: (scan) => takeInBraces(scan, OCTAL_NUMBER, 8),
  N: (scan) => (scan.text.startsWith('N{U+', scan.at) ? takeUnicode(scan) : undefined),
};

const OCTAL = /[0-7]{1,3}/y;

/** Up to three octal digits, which come next. */
export function takeOctal(scan: Scan): CharacterEscape {
  const start = scan.at - 1;
  return inRange(scan, start, parseInt(take(scan, OCTAL)?.[0] ?? '0', 8));
}

/** `\cX`: a letter or sign of ASCII. */
function takeControl(scan: Scan): CharacterEscape {
  const start = scan.at - 1;
  const sign = scan.text.charAt(scan.at + 1);
  scan.at++;
  if (!/[ -~]/.test(sign)) return { fault: faultAt(spanFrom(scan, start), FAULTS.controlEscape()) };
  scan.at++;
  return { code: exactly(sign.toUpperCase().charCodeAt(0) ^ 0x40) };
}

// Blanks at the braces are allowed since 10.43, `\x` without digits until 10.44.
const HEX_NUMBER = /x\{[ \t]*([0-9a-fA-F]+)[ \t]*\}/y;
const OCTAL_NUMBER = /o\{[ \t]*([0-7]+)[ \t]*\}/y;
const UNICODE_NUMBER = /N\{U\+([0-9a-fA-F]+)[ \t]*\}/y;
const SHORT_HEX = /x([0-9a-fA-F]{0,2})/y;

function takeHexadecimal(scan: Scan): CharacterEscape {
  if (scan.text.charAt(scan.at + 1) === '{') return takeInBraces(scan, HEX_NUMBER, 16);
  return { code: exactly(parseInt(take(scan, SHORT_HEX)?.[1] || '0', 16)) };
}

function takeInBraces(scan: Scan, number: RegExp, base: 8 | 16): CharacterEscape {
  const start = scan.at - 1;
  const digits = take(scan, number)?.[1];
  if (digits !== undefined) return inRange(scan, start, parseInt(digits, base));
  scan.at++;
  const span = spanFrom(scan, start);
  const written = scan.text.slice(span.start, span.end);
  return { fault: faultAt(span, FAULTS.numberedEscape(written, base === 8 ? 'octal' : 'hexadecimal')) };
}

function takeUnicode(scan: Scan): CharacterEscape {
  const start = scan.at - 1;
  if (scan.utf) return takeInBraces(scan, UNICODE_NUMBER, 16);
  scan.at++;
  return { fault: faultAt(spanFrom(scan, start), FAULTS.utfOnly('\\N{U+…}')) };
}

function inRange(scan: Scan, start: number, code: number): CharacterEscape {
  const { utf } = scan;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (utf ? code <= 0x10ffff && !isSurrogate : code <= 0xff) return { code: exactly(code) };
  const span = spanFrom(scan, start);
  return { fault: faultAt(span, FAULTS.characterTooLarge(scan.text.slice(span.start, span.end), utf)) };
}

function exactly(code: number): CharacterCode {
  return { least: code, most: code };
}
