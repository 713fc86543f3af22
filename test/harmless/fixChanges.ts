import type { Step } from '../support/oracle/oracle.ts';
import { surplus } from '../support/surplus.ts';
import type { Change } from './change.ts';
import { find, findingsAfter, fixed, type Found, type FoundHere } from './find.ts';
import { inOneText, type Subject } from './subject.ts';

/** The fixes of a subject that must do no harm, with what htconf itself says against them. */
export interface Fixes {
  /** Each safe fix. */
  readonly alone: readonly Change[];
  /** All safe fixes at once. */
  readonly together: readonly Change[];
  /** The preferred fix, not a safe one, of the only error. */
  readonly preferred: readonly Change[];
  /** For a person: findings that a safe fix does not remove, or that it brings. */
  readonly complaints: readonly string[];
}

export function fixesOf(given: Subject): Fixes {
  const subject = inOneText(given);
  const found = find(subject);
  return { ...safeFixes(subject, found), preferred: onlyPreferred(subject, found) };
}

function safeFixes(subject: Subject, found: Found): Omit<Fixes, 'preferred'> {
  const mended = found.findings.filter(isSafelyMended);
  if (mended.length === 0) return { alone: [], together: [], complaints: [] };
  const each = mended.flatMap((one) =>
    one.fixes.filter(({ safe }) => safe).map((fix) => ({ one, change: fixChange(subject, one, fix) })),
  );
  const changes = mended.some(isFault) ? 'fault' : 'case';
  const all: Change = { subject, what: 'all safe fixes', after: found.mended, changes };
  const complaints = each.flatMap(({ one, change }) => complaintsOf(change, found, [one]));
  return {
    alone: each.map(({ change }) => change),
    together: [all],
    complaints: [...complaints, ...complaintsOf(all, found, mended)],
  };
}

function onlyPreferred(subject: Subject, found: Found): Change[] {
  const faults = found.findings.filter(isFault);
  const [fault] = faults;
  const fix = fault?.fixes.find(({ preferred, safe }) => preferred && !safe);
  return faults.length === 1 && fault && fix && isAskedFor(subject, fault) ? [fixChange(subject, fault, fix)] : [];
}

function fixChange(subject: Subject, one: FoundHere, fix: FoundHere['fixes'][number]): Change {
  const what = `${one.reported.code}: ${fix.title}`;
  return { subject, what, after: fixed(subject, one, fix), changes: isFault(one) ? 'fault' : 'case' };
}

/** A fault that a later step refuses than httpd is asked for would look like none. */
function isAskedFor({ steps }: Subject, { reported: { refusedAt = 'configtest' } }: FoundHere): boolean {
  return STEPS.indexOf(refusedAt) <= STEPS.indexOf(steps);
}

const STEPS: readonly Step[] = ['configtest', 'start', 'request'];

function isFault({ reported }: FoundHere): boolean {
  return reported.severity === 'error';
}

function isSafelyMended({ fixes }: FoundHere): boolean {
  return fixes.some(({ safe }) => safe);
}

/** What is found afterwards and was not found before, but for what is mended. */
function complaintsOf({ subject, what, after }: Change, before: Found, mended: readonly FoundHere[]): string[] {
  const others = before.findings.filter((one) => !mended.includes(one)).map(({ reported }) => reported);
  return surplus(findingsAfter(subject, after), others).map((code) => `${subject.id}: ${what}: then there is ${code}`);
}
