import type { Fact } from '../evaluation/finding.ts';
import { BEGINS, whereToSay } from './beginFacts.ts';
import { LOADS } from './loadFacts.ts';
import { loadingFix } from './moduleSolver.ts';
import { lacksMpm } from './mpm.ts';
import type { FoundAt, Rule } from './rule.ts';

/** No module that takes the connections is loaded (httpd-config 7.4). httpd names no line. */
export const noMpm: Rule = {
  code: 'no-mpm',
  needs: [BEGINS],
  reads: [LOADS],
  whole: (facts, ask) => (lacksMpm(ask) ? missing(facts) : []),
  fixes: (context) => loadingFix(context, ['mpm_event_module'], { preferred: true, above: false }),
};

/** Marks the first line that loads a module, or else the first of all. */
function missing(facts: readonly Fact[]): FoundAt[] {
  const load = facts.find(({ kind, place }) => kind === LOADS && place.truth === 'yes');
  const where = load ? [{ ref: load.ref, place: load.place, span: load.span }] : whereToSay(facts);
  return where.map((at) => ({
    ...at,
    message: 'No MPM is loaded: `mpm_event_module`, `mpm_worker_module` or `mpm_prefork_module`.',
    why: 'An MPM takes the connections, and httpd refuses a configuration without one.',
  }));
}
