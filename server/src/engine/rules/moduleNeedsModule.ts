import type { Ask } from '../base/ask.ts';
import type { Module } from '../catalogue/module.ts';
import type { Fact } from '../evaluation/finding.ts';
import { meantModule } from '../kinds/moduleNames.ts';
import { builtInKey, isLoose, KEYS, moduleLoaded } from '../kinds/world.ts';
import { LOADS } from './loadFacts.ts';
import { loadingFix, movingFix } from './moduleSolver.ts';
import type { FoundAt, Rule } from './rule.ts';

/** A module that does not work without another: some cannot even be loaded before it. */
export const moduleNeedsModule: Rule = {
  code: 'module-needs-module',
  needs: [LOADS],
  whole: (facts, ask) => (isLoose(ask) || ask(KEYS.open) || ask(KEYS.modules) === 'all' ? [] : lacking(facts, ask)),
  fixes(context) {
    const { load = [], start = [] } = meantModule(context.directive?.words[0]?.value.text ?? '')?.needs ?? {};
    const absent = [...load, ...start].filter((need) => isAbsent(need, context.ask));
    if (absent.length === 0) return movingFix(context, load);
    return loadingFix(context, absent, { preferred: true, above: load.length > 0 });
  },
};

/** A line that loads a module that is known. */
interface Load {
  readonly fact: Fact;
  readonly module: Module;
}

function lacking(facts: readonly Fact[], ask: Ask): FoundAt[] {
  const loads = facts.flatMap((fact) => {
    const module = fact.kind === LOADS ? meantModule(fact.value) : undefined;
    return module ? [{ fact, module }] : [];
  });
  const above = new Set<string>();
  return loads.flatMap((load, at) => {
    if (above.has(load.module.identifier)) return [];
    above.add(load.module.identifier);
    return lackOf(load, loads.slice(at + 1), above, ask) ?? [];
  });
}

function lackOf(
  { fact, module }: Load,
  below: readonly Load[],
  above: ReadonlySet<string>,
  ask: Ask,
): FoundAt | undefined {
  const { load = [], start = [] } = module.needs ?? {};
  const absent = load.filter((need) => isAbsent(need, ask));
  if (absent.length > 0) return missing(fact, absent);
  const late = load.filter((need) => !above.has(need) && !ask(builtInKey(need)));
  const other = below.find((one) => late.includes(one.module.identifier));
  if (other) return tooLate(fact, other);
  const unstarted = start.filter((need) => isAbsent(need, ask));
  return unstarted.length > 0 ? { ...missing(fact, unstarted), refusedAt: 'start' } : undefined;
}

function isAbsent(need: string, ask: Ask): boolean {
  return moduleLoaded(ask, need) === 'no';
}

function missing({ ref, place, span, value }: Fact, needs: readonly string[]): FoundAt {
  const names = needs.map((need) => `\`${need}\``).join(' and ');
  const message = `\`${value}\` needs ${names}, which ${needs.length === 1 ? 'is' : 'are'} not loaded.`;
  return { ref, place, span, message, why: 'httpd refuses the one without the other.' };
}

function tooLate({ ref, place, span, value }: Fact, other: Load): FoundAt {
  return {
    ref,
    place,
    span,
    message: `\`${value}\` needs \`${other.module.identifier}\`, which is loaded only further down.`,
    why: 'httpd can load it only where the other one is loaded above.',
    related: [{ ref: other.fact.ref, span: other.fact.span, message: 'It is loaded here.' }],
  };
}
