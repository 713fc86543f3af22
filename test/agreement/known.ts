import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Compared } from './compared.ts';
import type { Outcome } from './compare.ts';

/** Disagreements with the real httpd that have one reason. */
export interface KnownReason {
  readonly reason: string;
  readonly outcome: Outcome;
  readonly ids: readonly string[];
}

/** Disagreements with the real httpd that are known. The lists may only get shorter. */
interface Known {
  /** Own cases. */
  readonly cases: readonly KnownReason[];
  /** Examples of the rule pages. */
  readonly examples: readonly KnownReason[];
  /** Further cases about files, variables, macros, modules, contexts and the order of reading. */
  readonly further: readonly KnownReason[];
  /** Errors in real files on lines that httpd does not name, as `path:line`. */
  readonly corpus: readonly KnownReason[];
}

/** What `known.json` says. */
export const known = JSON.parse(readFileSync(resolve('test/agreement/known.json'), 'utf8')) as Known;

/** The outcome of each case that does not agree, by id: what `knownOutcomes` has to be. */
export function disagreements(compared: readonly Compared[]): Readonly<Record<string, Outcome>> {
  const others = compared.filter(({ outcome }) => outcome !== 'agrees');
  return sorted(others.map((one) => [one.case.id, one.outcome]));
}

/** The known outcomes, by id. */
export function knownOutcomes(reasons: readonly KnownReason[]): Readonly<Record<string, Outcome>> {
  return sorted(reasons.flatMap(({ outcome, ids }) => ids.map((id) => [id, outcome] as const)));
}

function sorted(entries: readonly (readonly [string, Outcome])[]): Readonly<Record<string, Outcome>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
