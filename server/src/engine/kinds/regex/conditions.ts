import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { openGroup } from './groups.ts';
import { addReference, takeGroupNumber, takeName } from './references.ts';
import { spanFrom, startsWith, take, type Scan } from './scan.ts';

const VERSION = /VERSION>?=\d+(?:\.\d+)?\)/y;
const WRONG_VERSION = /VERSION[^)].{2}/y;
const DEFINITIONS = /DEFINE\)/y;
const QUOTED_NAMES: Readonly<Record<string, string>> = { '<': '>)', "'": "')" };

/** `(?(…)`: a group with a condition. The scan is at the bracket of the condition. */
export function readCondition(scan: Scan, start: number): RegexFault | undefined {
  const sign = scan.text.charAt(scan.at + 1);
  if (sign === '?' || sign === '*') {
    const fault = openGroup(scan, start, 'condition');
    scan.expectsAssertion = 2;
    return fault;
  }
  scan.at++;
  if (take(scan, DEFINITIONS)) return openGroup(scan, start, 'definitions');
  const fault = take(scan, VERSION) ? undefined : takeGroup(scan, start);
  return fault ?? openGroup(scan, start, 'condition');
}

/** `1)`, `-1)`, `<name>)`, `'name')`, `name)`, `R)`, `R1)`, `R&name)`. */
function takeGroup(scan: Scan, start: number): RegexFault | undefined {
  const number = takeGroupNumber(scan, start);
  if (number !== 'none') return 'fault' in number ? number.fault : endNumber(scan, start, number.number);
  WRONG_VERSION.lastIndex = scan.at;
  if (WRONG_VERSION.test(scan.text)) return malformed(scan, start);
  if (startsWith(scan, 'R&')) {
    scan.at += 2;
    return takeNamed(scan, start, ')');
  }
  const quoted = QUOTED_NAMES[scan.text.charAt(scan.at)];
  if (quoted === undefined) return takeNamed(scan, start, ')');
  scan.at++;
  return takeNamed(scan, start, quoted);
}

function endNumber(scan: Scan, start: number, number: number): RegexFault | undefined {
  if (!startsWith(scan, ')')) return malformed(scan, start);
  scan.at++;
  if (number === 0) return faultAt(spanFrom(scan, start), FAULTS.noSuchNumber(0, scan.count));
  addReference(scan, start, { number });
  return undefined;
}

function malformed(scan: Scan, start: number): RegexFault {
  return faultAt(spanFrom(scan, start), FAULTS.conditionMalformed());
}

/** `R` and a number ask whether that group is being called, unless a group has this name. */
const CALLED = /^R(\d*)$/;

function takeNamed(scan: Scan, start: number, end: string): RegexFault | undefined {
  const read = takeName(scan, start, end);
  if ('fault' in read) return read.fault;
  const called = end === ')' ? CALLED.exec(read.name)?.[1] : undefined;
  addReference(scan, start, { name: read.name, ...(called !== undefined && { number: Number(called) }) });
  return undefined;
}
