import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { spanFrom, startsWith, take, type Reference, type Scan } from './scan.ts';

/** A number of a group that was read; `none` where no number stands. */
export type GroupNumber = { readonly number: number } | { readonly fault: RegexFault } | 'none';

const NUMBER = /\d+/y;
const SIGNED = /([+-]?)(\d+)/y;
const MOST_GROUPS = 65_535;

/** A number of a group; with a sign it counts from the groups before. 0 is the whole pattern. */
export function takeGroupNumber(scan: Scan, start: number): GroupNumber {
  const match = take(scan, SIGNED);
  if (!match) return 'none';
  const number = counted(scan, match[1], Number(match[2]));
  const span = spanFrom(scan, start);
  if (match[1] && Number(match[2]) === 0) return { fault: faultAt(span, FAULTS.noSuchNumber(0, scan.count)) };
  if (number > MOST_GROUPS) return { fault: faultAt(span, FAULTS.numberTooLarge()) };
  if (number < 0) return { fault: faultAt(span, FAULTS.noSuchNumber(Number(match[0]), scan.count)) };
  return { number };
}

/** What a number with a sign means; negative where there is no such group. */
function counted({ count }: Scan, sign: string | undefined, number: number): number {
  if (sign === '+') return count + number;
  if (sign === '-') return number > count ? -1 : count + 1 - number;
  return number;
}

/** A larger number that begins with 8 or 9 is no group for PCRE2 until 10.44. */
const MOST_WITHOUT_GROUP = 214_748_363;

/** Digits behind a backslash that mean a group: less than 10, beginning with 8 or 9, or a group that is there already. */
export function takeBackreferenceDigits(scan: Scan): number | undefined {
  const before = scan.at;
  const digits = take(scan, NUMBER)?.[0] ?? '';
  const number = Number(digits);
  if (number < 10 || number <= scan.count) return number;
  if (digits >= '8' && number <= MOST_WITHOUT_GROUP) return number;
  scan.at = before;
  return undefined;
}

/** A name of a group that was read. */
export type GroupName = { readonly name: string } | { readonly fault: RegexFault };

const NAME = /\w+/y;
// With `(*UTF)` letters of all languages may be in a name.
const UTF_NAME = /[\w\u0080-\uffff]+/y;
/** Allowed within braces since PCRE2 10.43. */
export const BLANKS = /[ \t]*/y;
/** 32 until PCRE2 10.43. */
const LONGEST_NAME = 128;

/** A name and what ends it; `start` is where the construct begins. Within braces blanks are allowed since 10.43. */
export function takeName(scan: Scan, start: number, end: string): GroupName {
  if (end === '}') take(scan, BLANKS);
  const name = take(scan, scan.utf ? UTF_NAME : NAME)?.[0];
  const span = spanFrom(scan, start);
  if (name === undefined) return { fault: faultAt(span, FAULTS.nameMissing()) };
  if (/^\d/.test(name)) return { fault: faultAt(span, FAULTS.nameDigit(name)) };
  if (name.length > LONGEST_NAME) return { fault: faultAt(span, FAULTS.nameTooLong()) };
  if (end === '}') take(scan, BLANKS);
  if (!startsWith(scan, end)) return { fault: faultAt(span, FAULTS.nameNotEnded(name, end)) };
  scan.at += end.length;
  return { name };
}

/** What ends a name, by what begins it. */
export const NAME_ENDS: Readonly<Record<string, string>> = { '{': '}', '<': '>', "'": "'" };

const LIST = /\((?:[+-]?\d+|<\w+>|'\w+')(?:,(?:[+-]?\d+|<\w+>|'\w+'))*\)/y;

/** Groups in brackets, for what PCRE2 knows since 10.45; that they are there is not looked at. */
export function takeGroupList(scan: Scan): boolean {
  return take(scan, LIST) !== undefined;
}

/** Takes down a reference from `start` to where the scan is. */
export function addReference(scan: Scan, start: number, to: Omit<Reference, 'span'>): void {
  scan.references.push({ span: spanFrom(scan, start), ...to });
}

/** The first reference to a group that is not there. */
export function missingGroup({ references, count, names }: Scan): RegexFault | undefined {
  const missing = references.find(
    ({ name, number }) => !(name !== undefined && names.has(name)) && !(number !== undefined && number <= count),
  );
  if (!missing) return undefined;
  const { span, name, number = 0 } = missing;
  return faultAt(span, name === undefined ? FAULTS.noSuchNumber(number, count) : FAULTS.noSuchName(name));
}
