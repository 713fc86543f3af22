import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { bracketNotClosed, openGroup } from './groups.ts';
import { addMark, spanFrom, take, type Options, type Scan } from './scan.ts';

const LETTERS = /(\^?)((?:[imnrsxJU]|a[DPSTW]?)*)/y;
const SWITCHED_OFF = /-((?:[imnrsxJU]|a[DPSTW]?)*)/y;

/** `(?i)`, `(?i-s:`, `(?^x:`: switches, for the rest of the group around or for a group of their own. */
export function readOptions(scan: Scan, start: number): RegexFault | undefined {
  const [, reset = '', on = ''] = take(scan, LETTERS) ?? [];
  const off = reset === '' ? (take(scan, SWITCHED_OFF)?.[1] ?? '') : '';
  const sign = scan.text.charAt(scan.at);
  if (sign === '') return bracketNotClosed(start);
  if (sign !== ')' && sign !== ':') return wrongLetter(scan, start, sign);
  scan.at++;
  const { options } = scan;
  scan.options = switched(reset === '' ? options : { ...options, ...RESET }, on, off);
  if (sign === ':') return openGroup(scan, start, 'group', { options });
  addMark(scan, 'group');
  return undefined;
}

function wrongLetter(scan: Scan, start: number, sign: string): RegexFault {
  const at = scan.at++;
  if (sign === '-') return faultAt({ start: at, end: at + 1 }, FAULTS.optionHyphen());
  const span = spanFrom(scan, start);
  return faultAt(span, FAULTS.groupStart(scan.text.slice(span.start, span.end)));
}

const RESET = { extended: false, extendedMore: false, namedOnly: false };

function switched(options: Options, on: string, off: string): Options {
  const extended = !off.includes('x') && (options.extended || on.includes('x'));
  return {
    extended,
    extendedMore: extended && (on.includes('xx') || (options.extendedMore && !on.includes('x'))),
    namedOnly: !off.includes('n') && (options.namedOnly || on.includes('n')),
    sameNames: !off.includes('J') && (options.sameNames || on.includes('J')),
  };
}
