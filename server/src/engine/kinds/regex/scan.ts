import type { Span } from '../../base/span.ts';
import type { RegexGroup, RegexRole, RegexToken } from './checked.ts';
import { NONE, sum, type BranchLengths, type Length } from './lengths.ts';

/** A pattern that is being read. It changes while it is read, and is never kept. */
export interface Scan {
  readonly text: string;
  /** What comes next. */
  at: number;
  /** `(*UTF)` stands in front. */
  utf: boolean;
  options: Options;
  /** Between `\Q` and `\E`. */
  quoted: boolean;
  last: Item;
  branch: Branch;
  readonly open: OpenGroup[];
  /** The number of the last group that captures. */
  count: number;
  readonly groups: RegexGroup[];
  readonly names: Map<string, Set<number>>;
  readonly nameOf: Map<number, string>;
  readonly references: Reference[];
  readonly tokens: RegexToken[];
  /** 2 behind the `(?` of a condition that must be an assertion, 1 where a callout stood between, else 0. */
  expectsAssertion: number;
  /** From here on versions of PCRE2 differ too much: nothing more is read. */
  givenUp: boolean;
}

/** What can be switched within a pattern and matters here. */
export interface Options {
  /** `x`: blanks and comments. */
  readonly extended: boolean;
  /** `xx`: blanks in sets, too. */
  readonly extendedMore: boolean;
  /** `n`: `(` does not capture. */
  readonly namedOnly: boolean;
  /** `J`: several groups may have the same name. httpd switches it on. */
  readonly sameNames: boolean;
}

/** What was read last, apart from comments. */
export interface Item {
  readonly repeatable: boolean;
  /** `?` or `+` may follow, which say how it repeats. */
  readonly quantifier: boolean;
  readonly length: Length;
  /** PCRE2 passes over a quantifier behind a lookahead. */
  readonly lookahead: boolean;
}

export interface Branch {
  readonly length: Length;
  /** `(*ACCEPT)` or `(*FAIL)` ends it: what follows takes nothing. */
  readonly ended: boolean;
}

export interface OpenGroup {
  readonly start: number;
  readonly kind: 'group' | 'lookahead' | 'lookbehind' | 'condition' | 'definitions' | 'reset';
  /** It is the condition of the group around it. */
  readonly isCondition: boolean;
  /** The place of a group that captures in the list of groups. */
  readonly capture?: number;
  /** What is in force again behind it. */
  readonly options: Options;
  readonly branch: Branch;
  /** In `(?|`: the number of groups before it, and the most of any branch so far. */
  readonly count: number;
  most: number;
  branches: number;
  lengths?: BranchLengths;
}

/** A group that a pattern refers to, by a name or by a number; it may come later. With both, either will do. */
export interface Reference {
  readonly span: Span;
  readonly name?: string;
  readonly number?: number;
}

const NOTHING_YET: Item = { repeatable: false, quantifier: false, length: NONE, lookahead: false };

export function startScan(text: string): Scan {
  return {
    text,
    at: 0,
    utf: false,
    options: { extended: false, extendedMore: false, namedOnly: false, sameNames: true },
    quoted: false,
    last: NOTHING_YET,
    branch: { length: NONE, ended: false },
    open: [],
    count: 0,
    groups: [],
    names: new Map(),
    nameOf: new Map(),
    references: [],
    tokens: [],
    expectsAssertion: 0,
    givenUp: false,
  };
}

/** The range from `start` to where the scan is. */
export function spanFrom({ at }: Scan, start: number): Span {
  return { start, end: at };
}

/** Takes down what was read from the end of the last token on; characters that stand for themselves are one token. */
export function addToken({ tokens, at }: Scan, role: RegexRole): void {
  const before = tokens.at(-1);
  const start = before?.span.end ?? 0;
  if (start === at) return;
  if (role === 'text' && before?.role === 'text')
    tokens[tokens.length - 1] = { span: { start: before.span.start, end: at }, role };
  else tokens.push({ span: { start, end: at }, role });
}

/** An item that takes characters and may be repeated. */
export function addItem(scan: Scan, role: RegexRole, length: Length): void {
  add(scan, role, { repeatable: true, quantifier: false, length, lookahead: false });
}

/** An item that takes nothing and cannot be repeated. */
export function addMark(scan: Scan, role: RegexRole): void {
  add(scan, role, NOTHING_YET);
}

export function add(scan: Scan, role: RegexRole, item: Item): void {
  addToken(scan, role);
  scan.last = item;
  if (!scan.branch.ended) scan.branch = { length: sum(scan.branch.length, item.length), ended: false };
}

/** What a sticky expression finds where the scan is; the scan moves behind it. */
export function take(scan: Scan, sticky: RegExp): RegExpExecArray | undefined {
  sticky.lastIndex = scan.at;
  const match = sticky.exec(scan.text);
  if (!match) return undefined;
  scan.at += match[0].length;
  return match;
}

export function startsWith({ text, at }: Scan, expected: string): boolean {
  return text.startsWith(expected, at);
}
