import { check } from '../support/check.ts';
import type { Case } from './case.ts';
import { compare, type Outcome, type Reported } from './compare.ts';

/** A case, what the engine finds in it, and whether that agrees with the real server. */
export interface Judged {
  readonly case: Case;
  /** Lines count from the first line of the case; those of the prelude are 0 and less. */
  readonly findings: readonly Reported[];
  readonly outcome: Outcome;
}

/** Judges prelude and text as one main configuration of Debian's httpd, with nothing left unknown. */
export function judge(one: Case): Judged {
  const before = one.prelude.split('\n').length - 1;
  const settings = { environment: one.environment, defines: one.defines, staticModules: 'debian' };
  const findings = check(one.prelude + one.text, 'file:///srv/httpd/httpd.conf', settings).map((finding) => ({
    ...finding,
    line: finding.line - before,
  }));
  return { case: one, findings, outcome: compare(one.text, one.verdict, findings) };
}
