import type { Kind, Problem } from '../kind.ts';
import { wholeWord } from '../wholeWord.ts';
import { describeRange, inRange, parseRange, type Range } from './range.ts';

/** Which words are numbers to the function that httpd reads them with (httpd-config 6.2). */
const FORMS = {
  /** C's `strtol`, to the end of the word. */
  'whole-number': /^\s*[+-]?\d+$/,
  /** Digits alone: mod_dbd looks at each. */
  digits: /^\d+$/,
  /** Anything may follow behind a blank: mod_auth_digest, `set_nonce_lifetime`. */
  'number-word': /^\s*[+-]?\d+(?:\s.*)?$/,
} as const;

/** A number that httpd reads to its end, so that it refuses one with anything behind it. The parameter is the range. */
export function wholeNumber(form: keyof typeof FORMS): (range: string) => Kind {
  return (text) => {
    const range = parseRange(text);
    const id = text === '' ? form : `${form}:${text}`;
    return wholeWord(id, 'number', (word) => problemOf(word, FORMS[form], range));
  };
}

function problemOf(text: string, form: RegExp, range: Range): Problem | undefined {
  const isNumber = form.test(text);
  if (isNumber && inRange(range, parseInt(text, 10))) return undefined;
  const what = isNumber ? 'is out of range' : 'is no whole number';
  const takes = range.length === 0 ? 'any whole number' : describeRange(range);
  return {
    code: 'number-range',
    message: `\`${text}\` ${what}: it must be ${takes}.`,
    why: isNumber
      ? 'httpd refuses the line.'
      : 'httpd takes nothing but digits here, no unit either, and refuses the line.',
    ...repaired(text, range),
  };
}

const FACTORS: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `10M` is most likely meant for bytes. */
function repaired(text: string, range: Range): Pick<Problem, 'repairs'> {
  const [, digits, unit = ''] = /^(\d+)\s*([kmg])(?:i?b)?$/i.exec(text) ?? [];
  const value = Number(digits) * (FACTORS[unit.toLowerCase()] ?? NaN);
  if (Number.isNaN(value) || !inRange(range, value)) return {};
  return { repairs: [{ title: `Write ${String(value)}, which is ${text} in bytes`, text: String(value) }] };
}
