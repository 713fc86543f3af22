import type { ScanFault, Token, TokenType } from './token.ts';

/** `condition`: it holds or not. `string`: a text with `%{…}` and `$1` in it. */
export type Mode = 'condition' | 'string';

/** How far the scanner is. */
interface Scan {
  readonly text: string;
  readonly tokens: Token[];
  at: number;
  /** The string that it is in: its quote, or nothing at all in `string` mode; undefined outside of strings. */
  quote: string | undefined;
  /** How many `%{name:` are open. */
  depth: number;
}

/** Cuts a text into the pieces that httpd's scanner makes, up to the first that it gives up at. Each unit is read once. */
export function scan(text: string, mode: Mode): readonly Token[] {
  const at: Scan = { text, tokens: [], at: 0, quote: mode === 'string' ? '' : undefined, depth: 0 };
  while (step(at));
  return at.tokens;
}

/** False once the last piece is there. */
function step(scan: Scan): boolean {
  if (scan.depth > 0) return inArgument(scan);
  return scan.quote === undefined ? outside(scan) : inString(scan);
}

function push(scan: Scan, type: TokenType, length: number, fault?: ScanFault): boolean {
  const { at: start, text } = scan;
  const end = Math.min(text.length, start + length);
  scan.tokens.push({ type, start, end, text: text.slice(start, end), ...(fault && { fault }) });
  scan.at = end;
  return type !== 'end' && type !== 'fault';
}

/** Words that are no names, with the type that they have. */
const WORDS: Readonly<Record<string, TokenType>> = {
  true: 'true',
  false: 'false',
  and: 'and',
  or: 'or',
  not: 'not',
  in: 'in',
  '-in': 'in',
  ...Object.fromEntries(
    ['eq', 'ne', 'lt', 'le', 'gt', 'ge'].flatMap((name) => [
      [name, 'comparison'],
      [`-${name}`, 'comparison'],
    ]),
  ),
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '=~': 'regex-operator',
  '!~': 'regex-operator',
  ...Object.fromEntries(['=', '==', '!=', '<', '<=', '>', '>='].map((sign) => [sign, 'comparison'])),
  '.': 'concat',
};

const BLANKS = /[ \t\n]+/y;
const REGEX = /m[/#$%^,;:_?|\-!.'"]|\//y;
const NAME = /[a-zA-Z][a-zA-Z0-9_]*/y;
const PIECE =
  /=~|==?|![=~]?|[<>]=?|&&|\|\||\.|-?[0-9]+|-[a-zA-Z_][a-zA-Z_0-9]*|[a-zA-Z][a-zA-Z0-9_]*|[(){},:]|\$[0-9]/y;

function outside(scan: Scan): boolean {
  scan.at += lengthAt(BLANKS, scan);
  const unit = scan.text[scan.at];
  if (unit === undefined) return push(scan, 'end', 0);
  if (unit === '"' || unit === "'") {
    scan.quote = unit;
    return push(scan, 'quote', 1);
  }
  if (scan.text.startsWith('%{', scan.at)) return variable(scan);
  const regex = lengthAt(REGEX, scan);
  // `m_x` is a name, since the longer piece wins.
  if (regex > 0 && lengthAt(NAME, scan) <= regex) return pattern(scan, regex);
  const length = lengthAt(PIECE, scan);
  if (length === 0) return push(scan, 'fault', 1, 'character');
  return push(scan, typeOf(scan.text.slice(scan.at, scan.at + length)), length);
}

function typeOf(piece: string): TokenType {
  if (Object.hasOwn(WORDS, piece)) return WORDS[piece] ?? 'word';
  if (/^-?[0-9]/.test(piece)) return 'number';
  if (piece.startsWith('-')) return piece.length === 2 ? 'test' : 'match';
  if (piece.startsWith('$')) return 'reference';
  return /^[a-zA-Z]/.test(piece) ? 'word' : 'bracket';
}

/** To the same delimiter, which nothing can escape; `i` behind it belongs to it. */
function pattern(scan: Scan, opening: number): boolean {
  const delimiter = scan.text[scan.at + opening - 1] ?? '';
  const end = scan.text.indexOf(delimiter, scan.at + opening);
  if (end < 0) return push(scan, 'end', scan.text.length);
  const flag = scan.text[end + 1] === 'i' ? 1 : 0;
  return push(scan, 'regex', end + 1 + flag - scan.at);
}

function inString(scan: Scan): boolean {
  const { text, at, quote } = scan;
  if (at >= text.length) return quote === '' ? push(scan, 'end', 0) : push(scan, 'fault', 0, 'string-end');
  if (text[at] === quote) {
    scan.quote = undefined;
    return push(scan, 'quote', 1);
  }
  return reference(scan) ?? (text.startsWith('%{', at) ? variable(scan) : plain(scan, quote ?? ''));
}

function inArgument(scan: Scan): boolean {
  const { text, at } = scan;
  const unit = text[at];
  if (unit === undefined) return push(scan, 'fault', 0, 'variable-end');
  if (unit === '}') {
    scan.depth--;
    return push(scan, 'close', 1);
  }
  // httpd's scanner knows nothing to do about them here, and ends the whole program.
  if (unit === '"' || unit === "'") return push(scan, 'fault', 1, 'quote-in-argument');
  return reference(scan) ?? (text.startsWith('%{', at) ? variable(scan) : plain(scan, `}"'`));
}

function reference(scan: Scan): boolean | undefined {
  return /^\$[0-9]$/.test(scan.text.slice(scan.at, scan.at + 2)) ? push(scan, 'reference', 2) : undefined;
}

/** A text up to one of `ends`, a variable or a back-reference. */
function plain(scan: Scan, ends: string): boolean {
  const { text, at: start } = scan;
  let end = start;
  while (end < text.length && !ends.includes(text[end] ?? '')) {
    if (end > start && /^(%\{|\$[0-9])/.test(text.slice(end, end + 2))) break;
    if (text[end] === '\n') return faultBehind(scan, end, 1, 'string-end');
    if (text[end] !== '\\') end++;
    else {
      const escape = escapeAt(text, end);
      if (escape.fault) return faultBehind(scan, end, escape.length, escape.fault);
      end += escape.length;
    }
  }
  return push(scan, 'text', end - start);
}

function faultBehind(scan: Scan, at: number, length: number, fault: ScanFault): boolean {
  if (at > scan.at) push(scan, 'text', at - scan.at);
  return push(scan, 'fault', length, fault);
}

const DIGITS = /\\([0-9]+)/y;

/** Up to three octal digits, not above 377, are a byte; any other digits are refused. */
function escapeAt(text: string, at: number): { length: number; fault?: ScanFault } {
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text)?.[1];
  if (digits !== undefined) {
    const isByte = /^[0-7]{1,3}$/.test(digits) && Number.parseInt(digits, 8) <= 0o377;
    return { length: digits.length + 1, ...(!isByte && { fault: 'escape' }) };
  }
  return at + 1 < text.length ? { length: 2 } : { length: 1, fault: 'last-backslash' };
}

/** `%{`, and behind it `NAME}`, or `NAME:` with an argument that `inArgument` reads. */
function variable(scan: Scan): boolean {
  push(scan, 'open', 2);
  for (;;) {
    const unit = scan.text[scan.at];
    const length = lengthAt(NAME, scan);
    if (unit === undefined) return push(scan, 'fault', 0, 'variable-end');
    if (unit === '}') return push(scan, 'close', 1);
    if (unit === ':') {
      scan.depth++;
      return push(scan, 'colon', 1);
    }
    if (length === 0) return push(scan, 'fault', 1, 'variable-character');
    push(scan, 'name', length);
  }
}

function lengthAt(pattern: RegExp, { text, at }: Scan): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
