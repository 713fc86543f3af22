import type { RegexFault } from './checked.ts';
import { readCallout } from './callouts.ts';
import { readCommand } from './commands.ts';
import { readCondition } from './conditions.ts';
import { FAULTS, faultAt } from './faults.ts';
import { addCall, bracketNotClosed, openCapture, openGroup } from './groups.ts';
import { readOptions } from './options.ts';
import { addReference, takeGroupList, takeGroupNumber, takeName } from './references.ts';
import { addMark, spanFrom, startsWith, type OpenGroup, type Scan } from './scan.ts';

/** What an opening bracket begins; the scan is at it. */
export function readGroupStart(scan: Scan): RegexFault | undefined {
  const start = scan.at++;
  const sign = scan.text.charAt(scan.at);
  if (sign === '*') return readCommand(scan, start);
  if (sign !== '?') return scan.options.namedOnly ? openGroup(scan, start, 'group') : openCapture(scan, start);
  scan.at++;
  const kind = scan.text.charAt(scan.at);
  if (kind === '') return bracketNotClosed(start);
  if (/\d/.test(kind) || CALL_BACK.test(scan.text.slice(scan.at, scan.at + 2))) return readNumberCall(scan, start);
  return (BY_SIGN[kind] ?? readOptions)(scan, start);
}

const CALL_BACK = /^-\d/;

/** Reads what stands behind `(?`. */
type ReadStart = (scan: Scan, start: number) => RegexFault | undefined;

const BY_SIGN: Readonly<Record<string, ReadStart>> = {
  '>': opening('group', 1),
  '=': opening('lookahead', 1),
  '!': opening('lookahead', 1),
  '*': opening('lookahead', 1),
  '|': opening('reset', 1),
  '<': readAngle,
  "'": (scan, start) => readNamedGroup(scan, start, "'"),
  P: readPython,
  R: readRecursion,
  '+': readNumberCall,
  '&': readNameCall,
  C: readCallout,
  '(': readCondition,
  '[': readExtendedSet,
};

function opening(kind: OpenGroup['kind'], length: number): ReadStart {
  return (scan, start) => {
    scan.at += length;
    return openGroup(scan, start, kind);
  };
}

const openLookbehind = opening('lookbehind', 2);

/** `(?<=`, `(?<!`, `(?<*`, `(?<name>`. */
function readAngle(scan: Scan, start: number): RegexFault | undefined {
  if (/[=!*]/.test(scan.text.charAt(scan.at + 1))) return openLookbehind(scan, start);
  return readNamedGroup(scan, start, '>');
}

/** The scan is at the sign before the name. */
function readNamedGroup(scan: Scan, start: number, end: string): RegexFault | undefined {
  scan.at++;
  const read = takeName(scan, start, end);
  return 'fault' in read ? read.fault : openCapture(scan, start, read.name);
}

/** `(?P<name>`, `(?P>name)`, `(?P=name)`. */
function readPython(scan: Scan, start: number): RegexFault | undefined {
  scan.at++;
  const sign = scan.text.charAt(scan.at);
  if (sign === '<') return readNamedGroup(scan, start, '>');
  if (sign === '>') return readNameCall(scan, start);
  if (sign !== '=') return unknownStart(scan, start);
  scan.at++;
  const read = takeName(scan, start, ')');
  if ('fault' in read) return read.fault;
  addReference(scan, start, { name: read.name });
  addCall(scan);
  return undefined;
}

function unknownStart(scan: Scan, start: number): RegexFault {
  scan.at = Math.min(scan.at + 1, scan.text.length);
  const span = spanFrom(scan, start);
  return faultAt(span, FAULTS.groupStart(scan.text.slice(span.start, span.end)));
}

/** `(?R)`. */
function readRecursion(scan: Scan, start: number): RegexFault | undefined {
  scan.at++;
  return endCall(scan, start);
}

/** `(?1)`, `(?+1)`, `(?-1)`; `(?0)` is the whole pattern. */
function readNumberCall(scan: Scan, start: number): RegexFault | undefined {
  const read = takeGroupNumber(scan, start);
  if (read === 'none') return faultAt({ start, end: scan.at + 1 }, FAULTS.numberMissing());
  if ('fault' in read) return read.fault;
  addReference(scan, start, { number: read.number });
  return endCall(scan, start);
}

/** `(?&name)`; the scan is at the sign before the name. */
function readNameCall(scan: Scan, start: number): RegexFault | undefined {
  scan.at++;
  const name = takeName(scan, start, '');
  if ('fault' in name) return name.fault;
  addReference(scan, start, { name: name.name });
  return endCall(scan, start);
}

function endCall(scan: Scan, start: number): RegexFault | undefined {
  takeGroupList(scan); // since 10.47: those that keep what they have matched
  if (!startsWith(scan, ')')) return faultAt(spanFrom(scan, start), FAULTS.callNotEnded());
  scan.at++;
  addCall(scan);
  return undefined;
}

/** `(?[…])` is a set since PCRE2 10.45, and refused before: what follows cannot be judged. */
function readExtendedSet(scan: Scan, start: number): RegexFault | undefined {
  if (!scan.text.includes('])', scan.at)) return faultAt({ start, end: scan.at + 1 }, FAULTS.setNotClosed());
  scan.givenUp = true;
  addMark(scan, 'group');
  return undefined;
}
