import type { Input, Step } from '../support/oracle/oracle.ts';
import { logicalLine } from './logicalLine.ts';

/** What the real server said of a text, as far as the comparison goes. */
export interface Expected {
  /** The step that refuses it; none: it is accepted by all that were tried. */
  readonly refusedAt?: Step;
  /**
   * The physical lines, from 1, one of which an error must mark: the line that httpd names (the last one of the logical
   * line) and, for tags, that of the tag at fault where httpd names another one. Empty: httpd names none, any will do.
   */
  readonly lines: readonly number[];
  /** The file of these lines, where it is not the text itself: its path under the server root. */
  readonly file?: string;
  /** Set where it is refused for what the machine of the judge lacks: then nobody knows what else it would refuse. */
  readonly fault?: 'environment';
}

/** What the comparison looks at in a finding, as it leaves the engine. Lines count from 1. */
export interface Reported {
  readonly line: number;
  /** As in `Expected`. */
  readonly file?: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly refusedAt?: Step;
  readonly code: string;
  readonly why?: string;
}

/**
 * `false-error`: an error promises that a step refuses, and the server passed that step. `missed`: no error of the step
 * that refuses. `elsewhere`: such errors, but none on a line that the verdict names. `too-many`: one on the right line,
 * and more than one further error.
 */
export type Outcome = 'agrees' | 'false-error' | 'missed' | 'elsewhere' | 'too-many';

const steps: readonly Step[] = ['configtest', 'start', 'request'];

/** A text with further files that it brings in. */
type Texts = Pick<Input, 'text' | 'files'>;

/** Holds the findings of a text, and of its further files, against what the real server says of it. */
export function compare(texts: Texts, expected: Expected, findings: readonly Reported[]): Outcome {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some(({ refusedAt }) => order(refusedAt) < order(expected.refusedAt))) return 'false-error';
  if (expected.refusedAt === undefined) return errors.length > 0 ? 'false-error' : 'agrees';
  if (expected.fault === 'environment') return 'agrees';
  const due = errors.filter(({ refusedAt }) => refusedAt === expected.refusedAt);
  if (due.length === 0) return 'missed';
  if (!due.some((error) => isWhereExpected(texts, expected, error))) return 'elsewhere';
  return errors.length > 2 ? 'too-many' : 'agrees';
}

/** Whether a finding is on a line that the verdict names. */
export function isWhereExpected({ text, files }: Texts, expected: Expected, { file, line }: Reported): boolean {
  if (expected.lines.length > 0 && file !== expected.file) return false;
  return isOnOneOf(file === undefined ? text : (files?.[file] ?? ''), expected.lines, line);
}

/** Whether a physical line belongs to the logical line of one of these; to any text where there are none. */
export function isOnOneOf(text: string, lines: readonly number[], line: number): boolean {
  if (lines.length === 0) return true;
  const { first, last } = logicalLine(text, line);
  return lines.some((named) => named >= first && named <= last);
}

function order(step: Step | undefined): number {
  return step === undefined ? steps.length : steps.indexOf(step);
}
