import type { Ask } from '../base/ask.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { anyLoaded, isClosedWorld } from '../kinds/world.ts';
import { LOADS } from './loadFacts.ts';
import { loadingFix } from './moduleSolver.ts';
import { MPMS } from './mpm.ts';
import type { FoundAt, Rule } from './rule.ts';

/** A line that is read although no MPM is loaded: the first of them is where that can be said. */
const LACKS = 'lacks-mpm';

/** No module that takes the connections is loaded (httpd-config 7.4). httpd names no line. */
export const noMpm: Rule = {
  code: 'no-mpm',
  facts: ({ step, name }, ask) => (lacksMpm(ask) ? [{ kind: LACKS, value: '', span: inRaw(step, name) }] : []),
  needs: [LACKS],
  reads: [LOADS],
  whole: (facts, ask) => (lacksMpm(ask) ? missing(facts) : []),
  fixes: (context) => loadingFix(context, ['mpm_event_module'], { preferred: true, above: false }),
};

function lacksMpm(ask: Ask): boolean {
  return isClosedWorld(ask) && anyLoaded(ask, MPMS) === 'no';
}

/** Marks the first line that loads a module, or else the first of all. */
function missing(facts: readonly Fact[]): FoundAt[] {
  const at =
    facts.find(({ kind, place }) => kind === LOADS && place.truth === 'yes') ??
    facts.find(({ kind }) => kind === LACKS);
  if (!at) return [];
  const { ref, place, span } = at;
  return [
    {
      ref,
      place,
      span,
      message: 'No MPM is loaded: `mpm_event_module`, `mpm_worker_module` or `mpm_prefork_module`.',
      why: 'An MPM takes the connections, and httpd refuses a configuration without one.',
    },
  ];
}
