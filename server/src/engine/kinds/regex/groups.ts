import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { isRefusedLookbehind, NONE, withBranch, type BranchLengths } from './lengths.ts';
import { add, addMark, addToken, spanFrom, type OpenGroup, type Scan } from './scan.ts';

const DEEPEST = 250;
const MOST_GROUPS = 65_535;
const MOST_NAMES = 10_000;

/** Opens a group whose beginning, from `start` to where the scan is, was read. */
export function openGroup(
  scan: Scan,
  start: number,
  kind: OpenGroup['kind'],
  { options = scan.options, capture }: Partial<Pick<OpenGroup, 'options' | 'capture'>> = {},
): RegexFault | undefined {
  if (scan.open.length === DEEPEST) return faultAt(spanFrom(scan, start), FAULTS.tooDeep());
  const { branch, count } = scan;
  const isCondition = scan.expectsAssertion > 0;
  const group: OpenGroup = { start, kind, isCondition, options, branch, count, most: count, branches: 1 };
  scan.open.push(capture === undefined ? group : { ...group, capture });
  scan.expectsAssertion = 0;
  addMark(scan, 'group');
  scan.branch = { length: NONE, ended: false };
  return undefined;
}

/** Opens a group that captures. */
export function openCapture(scan: Scan, start: number, name?: string): RegexFault | undefined {
  if (scan.count === MOST_GROUPS) return faultAt(spanFrom(scan, start), FAULTS.tooManyGroups());
  const number = ++scan.count;
  const fault = name === undefined ? undefined : nameGroup(scan, start, number, name);
  if (fault) return fault;
  const group = { span: { start, end: start + 1 }, number, ...(name !== undefined && { name }) };
  return openGroup(scan, start, 'group', { capture: scan.groups.push(group) - 1 });
}

function nameGroup(scan: Scan, start: number, number: number, name: string): RegexFault | undefined {
  const { names, nameOf, options } = scan;
  const span = spanFrom(scan, start);
  const other = nameOf.get(number);
  if (other !== undefined && other !== name) return faultAt(span, FAULTS.namesDiffer(name, other));
  const numbers = names.get(name) ?? new Set();
  if (numbers.size > 0 && !numbers.has(number) && !options.sameNames) return faultAt(span, FAULTS.nameTaken(name));
  if (nameOf.size === MOST_NAMES && other === undefined) return faultAt(span, FAULTS.tooManyNames());
  names.set(name, numbers.add(number));
  nameOf.set(number, name);
  return undefined;
}

/** `|`: the next branch of the innermost group. */
export function readAlternative(scan: Scan): RegexFault | undefined {
  const start = scan.at++;
  addMark(scan, 'operator');
  const group = scan.open.at(-1);
  if (group) {
    const fault = nextBranch(scan, group, start);
    if (fault) return fault;
  }
  scan.branch = { length: NONE, ended: false };
  return undefined;
}

function nextBranch(scan: Scan, group: OpenGroup, start: number): RegexFault | undefined {
  group.branches++;
  const span = { start, end: start + 1 };
  if (group.kind === 'definitions') return faultAt(span, FAULTS.definitionsBranch());
  if (group.kind === 'condition' && group.branches > 2) return faultAt(span, FAULTS.tooManyBranches());
  group.lengths = withBranch(group.lengths, scan.branch.length);
  if (group.kind === 'reset') {
    group.most = Math.max(group.most, scan.count);
    scan.count = group.count;
  }
  return undefined;
}

/** `)`. */
export function readClosing(scan: Scan): RegexFault | undefined {
  const start = scan.at++;
  const group = scan.open.pop();
  if (!group) return faultAt(spanFrom(scan, start), FAULTS.groupNotOpened());
  const lengths = withBranch(group.lengths, scan.branch.length);
  if (group.kind === 'lookbehind' && isRefusedLookbehind(lengths)) return lookbehindFault(group, lengths);
  if (group.kind === 'reset') scan.count = Math.max(group.most, scan.count);
  scan.options = group.options;
  scan.branch = group.branch;
  noteEnd(scan, group);
  const takesText = group.kind === 'group' || group.kind === 'condition' || group.kind === 'reset';
  add(scan, 'group', {
    repeatable: !group.isCondition,
    quantifier: false,
    length: takesText ? lengths : NONE,
    lookahead: group.kind === 'lookahead',
  });
  return undefined;
}

function lookbehindFault({ start }: OpenGroup, { most }: BranchLengths): RegexFault {
  const span = { start, end: start + '(?<='.length };
  return faultAt(span, most === Infinity ? FAULTS.lookbehindEndless() : FAULTS.lookbehindTooLong());
}

function noteEnd({ groups, at }: Scan, { capture, start }: OpenGroup): void {
  const group = capture === undefined ? undefined : groups[capture];
  if (group) groups[capture as number] = { ...group, span: { start, end: at } };
}

/** The innermost group that is still open at the end. */
export function groupNotClosed({ open }: Scan): RegexFault | undefined {
  const group = open.at(-1);
  return group && bracketNotClosed(group.start);
}

/** A bracket that begins a group which never ends. */
export function bracketNotClosed(start: number): RegexFault {
  return faultAt({ start, end: start + 1 }, FAULTS.groupNotClosed());
}

/** A group that PCRE2 does not enter at this place: what stands for it takes nothing and may be repeated. */
export function addCall(scan: Scan): void {
  addToken(scan, 'escape');
  scan.last = { repeatable: true, quantifier: false, length: NONE, lookahead: false };
}
