import type { Case } from '../agreement/case.ts';
import { furtherCases, furtherMissing } from '../agreement/furtherCases.ts';
import { EXAMPLE_RECORDS, recordFiles } from '../agreement/recordFiles.ts';
import { keyOf, readRecords } from '../agreement/records.ts';
import type { Httpd } from '../support/oracle/oracle.ts';
import { realFiles, samples } from './fileSubjects.ts';
import type { Subject } from './subject.ts';
import { withoutRefused } from './takenOut.ts';

/** Texts from one place. */
export interface Family {
  readonly name: string;
  /** For `skip` of a test: false where its texts are there, else the reason. */
  readonly missing: false | string;
  /** Its texts, where it does not depend on the httpd that judges which ones there are. */
  readonly fixed?: () => readonly Subject[];
  readonly subjects: (httpd: Httpd) => Promise<readonly Subject[]>;
}

const RECORDED = recordFiles();

/** Longer texts are examples of what is too long. */
const LONGEST = 1024 * 1024;

/** The repairs of no other page have to make httpd accept an example. */
export const RULE_PAGES = 'rule pages';

export const FAMILIES: readonly Family[] = [
  fixed('own cases', false, () => recordedSubjects((path) => path !== EXAMPLE_RECORDS)),
  fixed(RULE_PAGES, false, () => recordedSubjects((path) => path === EXAMPLE_RECORDS)),
  fixed('further cases', furtherMissing, furtherSubjects),
  fixed('samples', false, samples),
  fixed('real files', furtherMissing, realFiles),
  takenOut('samples without what this httpd refuses', false, samples),
  takenOut('real files without what this httpd refuses', furtherMissing, realFiles),
];

function fixed(name: string, missing: Family['missing'], subjects: () => readonly Subject[]): Family {
  const all = () => subjects().filter(({ input }) => input.text.length <= LONGEST);
  return { name, missing, fixed: all, subjects: () => Promise.resolve(all()) };
}

function takenOut(name: string, missing: Family['missing'], subjects: () => readonly Subject[]): Family {
  const refused = () => subjects().filter(({ likely, input }) => likely === 'refused' && input.kind === 'main');
  const left = (httpd: Httpd) => Promise.all(refused().map((subject) => withoutRefused(httpd, subject)));
  return { name, missing, subjects: async (httpd) => (await left(httpd)).flatMap((one) => one ?? []) };
}

function recordedSubjects(isWanted: (path: string) => boolean): Subject[] {
  return RECORDED.filter(({ path }) => isWanted(path)).flatMap(({ path, cases }) => {
    const { verdicts } = readRecords(path);
    return cases.map((one) => subjectOf(one, verdicts[keyOf(one)]?.refusedAt));
  });
}

/** Those whose text is not that of an own case. */
function furtherSubjects(): Subject[] {
  const own = new Set(RECORDED.flatMap(({ cases }) => cases.map(({ input }) => input.text)));
  const others = furtherCases().filter((one) => !own.has(one.case.input.text));
  return others.map((one) => subjectOf(one.case, one.expected.refusedAt));
}

function subjectOf(one: Case, refusedAt?: string): Subject {
  return { ...one, likely: refusedAt === undefined ? 'accepted' : 'refused' };
}
