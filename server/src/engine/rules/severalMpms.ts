import type { Ask } from '../base/ask.ts';
import type { Fact } from '../evaluation/finding.ts';
import { builtInKey, isLoose } from '../kinds/world.ts';
import { removeLine } from './edits.ts';
import { LOADS } from './loadFacts.ts';
import { isMpm, MPMS } from './mpm.ts';
import type { FoundAt, Rule } from './rule.ts';

/** More than one module that takes the connections (httpd-config 7.4). httpd names no line. */
export const severalMpms: Rule = {
  code: 'several-mpms',
  needs: [LOADS],
  whole: (facts, ask) => surplus(facts, ask),
  fixes: (context) => [{ title: 'Remove the line', safe: false, preferred: false, edits: [removeLine(context)] }],
};

function surplus(facts: readonly Fact[], ask: Ask): FoundAt[] {
  const loads = facts.filter(({ kind, value }) => kind === LOADS && isMpm(value));
  const builtIn = MPMS.find((identifier) => ask(builtInKey(identifier)) === 'yes');
  const first = loads.find((fact) => isSure(fact, ask));
  const taken = builtIn ?? first?.value;
  if (taken === undefined) return [];
  const behind = builtIn === undefined && first ? loads.slice(loads.indexOf(first) + 1) : loads;
  return behind.filter(({ value }) => value !== taken).map((fact) => second(fact, taken, first));
}

/** In a loose file a condition counts as one that holds, but two of them need not hold together. */
function isSure({ place }: Fact, ask: Ask): boolean {
  return place.truth === 'yes' && (!isLoose(ask) || place.parent === undefined);
}

function second({ ref, place, span, value }: Fact, taken: string, first: Fact | undefined): FoundAt {
  const related =
    first && first.ref !== ref ? [{ ref: first.ref, span: first.span, message: 'It is loaded here.' }] : [];
  return {
    ref,
    place,
    span,
    message: `\`${value}\` is a second MPM: \`${taken}\` is there already.`,
    why: 'An MPM takes the connections, and httpd refuses a configuration with more than one.',
    related,
  };
}
