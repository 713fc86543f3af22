import type { Span } from '../../base/span.ts';
import type { PartRole, Repair } from '../kind.ts';

/** What is known of a pattern. All ranges count in UTF-16 units of the pattern. */
export interface CheckedRegex {
  /** The first thing that PCRE2 surely refuses. */
  readonly fault?: RegexFault;
  /** Groups that capture, in the order of their opening brackets; what stands behind a fault is not read. */
  readonly groups: readonly RegexGroup[];
  /** What the pattern consists of, in order, without gaps; what stands behind a fault is not read. */
  readonly tokens: readonly RegexToken[];
}

export interface RegexFault {
  readonly span: Span;
  readonly message: string;
  readonly repairs?: readonly Repair[];
  /** An escape that PCRE 8, the one before PCRE2, takes for its letter. */
  readonly isLetterInPcre1?: boolean;
}

/** A group that captures. In `(?|…)` several have the same number. */
export interface RegexGroup {
  /** From its opening bracket to its closing one; of a group that is never closed only the opening one. */
  readonly span: Span;
  readonly number: number;
  readonly name?: string;
}

export interface RegexToken {
  readonly span: Span;
  readonly role: RegexRole;
}

/**
 * `group`: what opens or closes a group; `class`: a set of characters, `.` or `\d`; `quantifier`; `anchor`: a place, such
 * as `^` or `\b`; `escape`: any other escape; `operator`: `|`; `text`: characters that stand for themselves, and comments.
 */
export type RegexRole = Extract<PartRole, 'group' | 'class' | 'quantifier' | 'anchor' | 'escape' | 'operator' | 'text'>;
