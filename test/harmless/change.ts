import type { Input } from '../support/oracle/oracle.ts';
import type { Subject } from './subject.ts';

/** What htconf would make of a subject. */
export interface Change {
  readonly subject: Subject;
  /** For a person: the fix, or the options of the formatter. */
  readonly what: string;
  readonly after: Input;
  /**
   * `nothing`: httpd must read the same. `case`: the same but for the letter case of names. `fault`: it mends what httpd
   * refuses, so that words may change.
   */
  readonly changes: 'nothing' | 'case' | 'fault';
}

/**
 * What became of it. `same`: accepted, and read the same. `mended`: refused before, and accepted now. `refused`: still
 * refused, and not for more than before. `environment`: refused for what this machine lacks, so that httpd does not get
 * far enough to judge. `harm`: none of these.
 */
export const EFFECTS = ['same', 'mended', 'refused', 'environment', 'harm'] as const;

export type Effect = (typeof EFFECTS)[number];

export interface Judged {
  readonly change: Change;
  readonly effect: Effect;
  /** What is wrong, where it does harm. */
  readonly why?: string;
}
