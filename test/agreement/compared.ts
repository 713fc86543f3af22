import type { Case } from './case.ts';
import { compare, type Expected, type Outcome, type Reported } from './compare.ts';
import { findingsOf } from './findingsOf.ts';
import { keyOf, type Recorded, type Records } from './records.ts';

/** A case, what the engine finds in it, and whether that agrees with the real server. */
export interface Compared {
  readonly case: Case;
  readonly expected: Expected;
  /** Lines count from the first line of the case; those in front of it are 0 and less. */
  readonly findings: readonly Reported[];
  readonly outcome: Outcome;
}

/** Compares the cases with what the real server said of them, but for those of which htconf cannot be told enough. */
export function compareAll(cases: readonly Case[], records: Records): readonly Compared[] {
  return cases
    .filter(({ untold }) => untold === '')
    .map((one) => {
      const verdict = records.verdicts[keyOf(one)];
      if (!verdict) throw new Error(`httpd was not asked about ${one.id} as it is now: npm run verdicts asks it`);
      return compareCase(one, expectedOf(one, verdict));
    });
}

/** Compares what is found in a case, or these findings, with a verdict. */
export function compareCase(one: Case, expected: Expected, findings = findingsOf(one)): Compared {
  return { case: one, expected, findings, outcome: compare(one.input, expected, findings) };
}

/** What an error has to look like. */
export function expectedOf({ settings, tags }: Case, recorded: Recorded): Expected {
  const { refusedAt, line, bodyLine, file, kind, fault } = recorded;
  const isTold = kind === 'module-built-in' && settings.staticModules === 'debian';
  return {
    ...(refusedAt === undefined ? {} : { refusedAt }),
    ...(file === undefined ? {} : { file }),
    ...(fault === undefined || isTold ? {} : { fault }),
    lines: [line, bodyLine, ...tags].filter((one) => one !== undefined),
  };
}
