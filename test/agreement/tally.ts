import type { Compared } from './compared.ts';
import type { Outcome } from './compare.ts';

/** How often the comparison came out in which way, for some cases. */
export interface Tally {
  /** Cases that httpd accepts, in all steps that were tried. */
  readonly accepted: number;
  /** Cases in which an error promises a refusal that does not come. */
  readonly falselyRejected: number;
  /** Cases that httpd refuses for what they say. */
  readonly rejected: number;
  /** Of those: with an error on the line that httpd names. */
  readonly found: number;
  readonly elsewhere: number;
  readonly missed: number;
  /** Cases that httpd refuses for what the machine of the judge lacks. */
  readonly environment: number;
}

function tally(compared: readonly Compared[]): Tally {
  const environment = compared.filter(({ expected }) => expected.fault === 'environment');
  const judged = compared.filter(({ expected }) => expected.fault !== 'environment');
  const rejected = judged.filter(({ expected }) => expected.refusedAt !== undefined);
  const count = (...outcomes: readonly Outcome[]) =>
    rejected.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    accepted: judged.length - rejected.length,
    falselyRejected: compared.filter(({ outcome }) => outcome === 'false-error').length,
    rejected: rejected.length,
    found: count('agrees', 'too-many'),
    elsewhere: count('elsewhere'),
    missed: count('missed'),
    environment: environment.length,
  };
}

const heads = [
  'accepted',
  'falsely rejected',
  'rejected',
  'found at the line',
  'found elsewhere',
  'missed',
  'not judged',
];

/** A table in Markdown: a row for each group, in order, and one for all. */
export function tallyTable(groups: ReadonlyMap<string, readonly Compared[]>): string {
  const rows = [...groups].map(([name, compared]) => row(name, tally(compared)));
  const all = row('**all**', tally([...groups.values()].flat()));
  return [
    cells('', heads),
    cells(
      '---',
      heads.map(() => '--:'),
    ),
    ...rows,
    all,
  ].join('\n');
}

/** The cases by their group. */
export function byGroup(compared: readonly Compared[]): ReadonlyMap<string, readonly Compared[]> {
  const groups = [...new Set(compared.map((one) => one.case.group))].sort();
  return new Map(groups.map((group) => [group, compared.filter((one) => one.case.group === group)]));
}

function row(name: string, counts: Tally): string {
  const { accepted, falselyRejected, rejected, found, elsewhere, missed, environment } = counts;
  return cells(name, [accepted, falselyRejected, rejected, found, elsewhere, missed, environment].map(String));
}

function cells(first: string, others: readonly string[]): string {
  return `| ${[first, ...others].join(' | ')} |`;
}
