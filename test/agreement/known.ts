import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Outcome } from './compare.ts';
import type { Judged } from './judge.ts';

/** Disagreements with the real httpd that are known, each with its reason. The list may only get shorter. */
interface Known {
  /** Own cases, by id. */
  readonly cases: Readonly<Record<string, { readonly outcome: Outcome; readonly reason: string }>>;
  /** Further cases that have a false error, by id: the reason. */
  readonly further: Readonly<Record<string, string>>;
  /** False errors in real files, by `path:line`: the reason. */
  readonly corpus: Readonly<Record<string, string>>;
}

/** What `known.json` says. */
export const known = JSON.parse(readFileSync(resolve('test/agreement/known.json'), 'utf8')) as Known;

/** The outcome of each case that does not agree, by id: what `knownOutcomes` has to be. */
export function disagreements(judged: readonly Judged[]): Readonly<Record<string, Outcome>> {
  const others = judged.filter(({ outcome }) => outcome !== 'agrees');
  return Object.fromEntries(others.map((one) => [one.case.id, one.outcome]));
}

/** The outcomes of the known cases of a group, by id. */
export function knownOutcomes(cases: Known['cases'], group: string): Readonly<Record<string, Outcome>> {
  const entries = Object.entries(cases).filter(([id]) => id.startsWith(`${group}/`));
  return Object.fromEntries(entries.map(([id, { outcome }]) => [id, outcome]));
}
