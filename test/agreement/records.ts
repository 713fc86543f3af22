import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Verdict } from '../support/oracle/oracle.ts';
import type { Case } from './case.ts';

const keptKeys = ['refusedAt', 'line', 'bodyLine', 'file', 'kind'] as const;

/** A verdict of the real httpd without its words, which are its own. */
export type Recorded = Pick<Verdict, (typeof keptKeys)[number]> & {
  /** The case that was judged, for people. */
  readonly case: string;
  /** Set where this is about what the machine of the judge had. */
  readonly fault?: 'environment';
};

/** The verdicts of a group of cases. */
export interface Records {
  /** The version of httpd that judged. */
  readonly httpd: string;
  /** By `keyOf` the case. */
  readonly verdicts: Readonly<Record<string, Recorded>>;
}

const none: Records = { httpd: '', verdicts: {} };

/** What a verdict depends on: all that httpd reads, and the step up to which it goes. */
export function keyOf({ input, steps }: Case): string {
  const all = [...Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)), steps];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}

/** Cases by their keys; of two that are alike the first. */
export function byKey(cases: readonly Case[]): ReadonlyMap<string, Case> {
  const found = new Map<string, Case>();
  for (const one of cases) {
    const key = keyOf(one);
    if (!found.has(key)) found.set(key, one);
  }
  return found;
}

/** What is kept of a verdict. */
export function recorded(one: Case, verdict: Verdict): Recorded {
  const kept = keptKeys.flatMap((key) => (verdict[key] === undefined ? [] : [[key, verdict[key]] as const]));
  const fault = verdict.fault === 'environment' ? { fault: verdict.fault } : {};
  return { case: one.id, ...(Object.fromEntries(kept) as Partial<Recorded>), ...fault };
}

export function readRecords(path: string): Records {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Records) : none;
}

/** What is wrong with the records of these cases, a line each; none where they are those of just these. */
export function staleRecords(records: Records, cases: readonly Case[]): readonly string[] {
  const keys = byKey(cases);
  const missing = [...keys].filter(([key]) => records.verdicts[key] === undefined);
  const superfluous = Object.entries(records.verdicts).filter(([key]) => !keys.has(key));
  const misnamed = Object.entries(records.verdicts).filter(
    ([key, { case: id }]) => keys.has(key) && keys.get(key)?.id !== id,
  );
  return [
    ...missing.map(([, { id }]) => `${id}: httpd was not asked about what it is now`),
    ...superfluous.map(([, { case: id }]) => `${id}: what httpd said is about another text`),
    ...misnamed.map(([key, { case: id }]) => `${id}: is now called ${keys.get(key)?.id ?? ''}`),
  ];
}

/** Whether a version of httpd is this one or a later one; any is where none is named. */
export function isSince(version: string, since: string): boolean {
  return since === '' || patch(version) >= patch(since);
}

function patch(version: string): number {
  return Number(version.replace('2.4.', ''));
}
