import type { Case } from './case.ts';
import { exampleCases } from './exampleCases.ts';
import { casesOf, groups } from './ownCases.ts';

/** A generated file with verdicts of the real httpd. */
export interface RecordFile {
  readonly path: string;
  readonly cases: readonly Case[];
}

/** Where the verdicts of the examples of all rule pages are. */
export const EXAMPLE_RECORDS = 'test/rules/verdicts.json';

/** Where the verdicts of a group of own cases are. */
export function recordsOfGroup(group: string): string {
  return `test/agreement/cases/${group}/verdicts.json`;
}

/** All of them. */
export function recordFiles(): readonly RecordFile[] {
  return [
    ...groups().map((group) => ({ path: recordsOfGroup(group), cases: casesOf(group) })),
    { path: EXAMPLE_RECORDS, cases: exampleCases() },
  ];
}
