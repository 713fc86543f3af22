import type { Kind, Problem, Repair } from '../kind.ts';
import { wholeWord } from '../wholeWord.ts';
import { describeRange, inRange, parseRange, type Range } from './range.ts';
import { UNITS, type Units } from './units.ts';

/** What httpd does with a number outside of the range: it refuses the line, or warns and takes another number. */
type Outside = 'refused' | 'replaced';

/**
 * A number of which httpd reads the digits in front alone, as C's `atoi` does (httpd-config 6.2): any text is taken, and
 * one without digits is 0. The parameter is the range that httpd takes (`range.ts`).
 */
export function leadingNumber(family: string): (range: string) => Kind {
  return (range) =>
    kindOf(range === '' ? family : `${family}:${range}`, UNITS[family] ?? {}, parseRange(range), 'refused');
}

/** The same, where httpd takes a number outside of the range for another one (httpd-config 6.2, numbers of MPMs). */
export function replacedNumber(range: string): Kind {
  return kindOf(`replaced-number:${range}`, {}, parseRange(range), 'replaced');
}

function kindOf(id: string, units: Units, range: Range, outside: Outside): Kind {
  return wholeWord(id, 'number', (text) => problemOf(readNumber(text), units, range, outside));
}

/** Beyond this what httpd reads depends on the machine that it was built for. */
const MOST = 2 ** 31 - 1;

interface Read {
  readonly text: string;
  /** What httpd reads. */
  readonly number: number;
  /** What it does not look at. */
  readonly rest: string;
  readonly hasDigits: boolean;
}

function readNumber(text: string): Read {
  const [front = '', digits] = /^\s*([+-]?\d+)/.exec(text) ?? [];
  return { text, number: Number(digits ?? 0), rest: text.slice(front.length), hasDigits: digits !== undefined };
}

function problemOf(read: Read, units: Units, range: Range, outside: Outside): Problem | undefined {
  const { number, rest } = read;
  if (Math.abs(number) > MOST) return undefined;
  if (!inRange(range, number)) return outOfRange(read, units, range, outside);
  const factor = units[rest.trim().toLowerCase()];
  // A unit that says what httpd takes it for, or a stray sign, changes nothing.
  return factor === 1 || !/[\p{L}\d]/u.test(rest) ? undefined : ignored(read, units, range);
}

function outOfRange(read: Read, units: Units, range: Range, outside: Outside): Problem {
  const { text, number, hasDigits } = read;
  const what = hasDigits ? `\`${text}\` is out of range` : `\`${text}\` is no number`;
  const message = `${what}: it must be ${describeRange(range)}.`;
  const who = text === String(number) ? 'httpd' : `httpd reads this as ${String(number)}. It`;
  if (outside === 'replaced')
    return { code: 'value-ignored', message, why: `${who} writes a warning, and takes another number.` };
  const repairs = meant(read, units, range);
  return {
    code: 'number-range',
    message,
    why: `${who} refuses the line.`,
    ...(repairs.length > 0 && { repairs }),
  };
}

function ignored(read: Read, units: Units, range: Range): Problem {
  const { text, number, rest, hasDigits } = read;
  return {
    code: 'value-ignored',
    message: `httpd reads \`${text}\` as ${String(number)}.`,
    why: hasDigits
      ? `It reads the digits in front, and ignores \`${rest.trim()}\`.`
      : 'It looks for digits, and takes 0 without any.',
    repairs: [...meant(read, units, range), ...(hasDigits ? [asNumber(number)] : [])],
  };
}

/** The number that the unit behind it makes of it. */
function meant({ number, rest }: Read, units: Units, range: Range): Repair[] {
  const value = number * (units[rest.trim().toLowerCase()] ?? NaN);
  if (Number.isNaN(value) || value === number || !inRange(range, value)) return [];
  return [
    {
      title: `Write ${String(value)}, which is ${String(number)}${rest.trimEnd()}`,
      text: String(value),
      preferred: true,
    },
  ];
}

function asNumber(number: number): Repair {
  return { title: `Write ${String(number)}, as httpd reads it`, text: String(number) };
}
