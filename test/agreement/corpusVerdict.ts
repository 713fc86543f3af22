import type { Step } from '../support/oracle/oracle.ts';
import { isOnOneOf, type Reported } from './compare.ts';
import { withMacroBodies } from './macroBodies.ts';

/** What the real server says of a real file: every error in turn, each with the ones before it taken out. */
export interface CorpusVerdict {
  readonly path: string;
  readonly refusedAt: Step;
  readonly errors: readonly CorpusError[];
}

/** `line`: the physical line that httpd names, from 1; none where it names none. */
interface CorpusError {
  readonly line?: number;
  /** `config`: the fault is in the text; `environment`: in the machine, such as a file that is not there. */
  readonly of: string;
  readonly kind: string;
}

/** Reads `line:class:kind line:class:kind …`; `None` is no line. */
export function parseErrors(list: string): readonly CorpusError[] {
  const errors = list.split(' ').filter((error) => error !== '');
  return errors.map((error) => {
    const [line = '', of = '', kind = ''] = error.split(':');
    return line === 'None' ? { of, kind } : { line: Number(line), of, kind };
  });
}

/** The errors on lines that httpd does not name, or that promise a refusal at a step that httpd does not reach. */
export function falseErrors<R extends Reported>(
  text: string,
  { refusedAt, errors }: CorpusVerdict,
  findings: readonly R[],
): readonly R[] {
  const named = withMacroBodies(
    text,
    errors.flatMap(({ line }) => line ?? []),
  );
  const hasNoLine = errors.some(({ line }) => line === undefined);
  return findings.filter((finding) => {
    if (finding.severity !== 'error') return false;
    if (errors.length === 0 || finding.refusedAt !== refusedAt) return true;
    return !hasNoLine && !(named.length > 0 && isOnOneOf(text, named, finding.line));
  });
}

/** The lines that httpd refuses for what the text says, but not for an unknown directive; each once. */
export function faultyLines({ errors }: CorpusVerdict): readonly number[] {
  const faults = errors.filter(({ of, kind }) => of === 'config' && kind !== 'unknown-command');
  return [...new Set(faults.flatMap(({ line }) => line ?? []))];
}

/** Those of the lines that have an error. */
export function foundLines(text: string, lines: readonly number[], findings: readonly Reported[]): readonly number[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return lines.filter((line) => errors.some((error) => isOnOneOf(text, withMacroBodies(text, [line]), error.line)));
}
