import { logicalLine } from './logicalLine.ts';

/** Where the real server refuses: `httpd -t`, a start, or a request, each after the one before. */
export type Step = 'configtest' | 'start' | 'request';

/** What the real server said of a text. */
export interface Verdict {
  /** The step that refuses it; none: it is accepted by all that were tried. */
  readonly refusedAt?: Step;
  /**
   * The physical lines, from 1, one of which an error must mark: the line that httpd names (the last one of the logical
   * line) and, for tags, that of the tag at fault where httpd names another one. Empty: httpd names none, any will do.
   */
  readonly lines: readonly number[];
}

/** What the comparison looks at in a finding, as it leaves the engine. Lines count from 1. */
export interface Reported {
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly refusedAt?: Step;
  readonly code: string;
}

/**
 * `false-error`: an error promises that a step refuses, and the server passed that step. `missed`: no error of the step
 * that refuses. `elsewhere`: such errors, but none on a line that the verdict names. `too-many`: one on the right line,
 * and more than one further error.
 */
export type Outcome = 'agrees' | 'false-error' | 'missed' | 'elsewhere' | 'too-many';

const steps: readonly Step[] = ['configtest', 'start', 'request'];

/** Holds the findings of a text against what the real server says of it. */
export function compare(text: string, verdict: Verdict, findings: readonly Reported[]): Outcome {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some(({ refusedAt }) => order(refusedAt) < order(verdict.refusedAt))) return 'false-error';
  if (verdict.refusedAt === undefined) return errors.length > 0 ? 'false-error' : 'agrees';
  const due = errors.filter(({ refusedAt }) => refusedAt === verdict.refusedAt);
  if (due.length === 0) return 'missed';
  if (!due.some(({ line }) => isOnOneOf(text, verdict.lines, line))) return 'elsewhere';
  return errors.length > 2 ? 'too-many' : 'agrees';
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
