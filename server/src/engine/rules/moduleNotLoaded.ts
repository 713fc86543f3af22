import type { Ask } from '../base/ask.ts';
import { allModules, moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { inRaw, nameIsHole, type Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { anyLoaded, builtInKey, isLoose, KEYS, moduleKey, ownDirectiveKey } from '../kinds/world.ts';
import { LOADS } from './loadFacts.ts';
import { loadingFix, movingFix } from './moduleSolver.ts';
import { isMpm, MPMS } from './mpm.ts';
import { ofUnknownName } from './nonfatal.ts';
import type { FactHere, Found, FoundAt, Rule } from './rule.ts';

/** A line that does something while it is read: its name and its modules. */
const READ_TIME = 'read-time-line';

/** A directive whose module is not loaded (httpd-config 7.5), or too late for one that acts while it is read (3.2). */
export const moduleNotLoaded: Rule = {
  code: 'module-not-loaded',
  directive(directive, ask) {
    const { entry, key, step, name } = directive;
    if (!entry || ask(ownDirectiveKey(key)) || nameIsHole(directive) || !isMissing(entry, ask)) return [];
    return [{ ...notLoaded(entry, ask), span: inRaw(step, name), ...ofUnknownName(step.place) }];
  },
  facts: (directive, ask) => readTimeFacts(directive, ask),
  needs: [READ_TIME],
  reads: [LOADS],
  whole: (facts) => tooEarly(facts),
  fixes(context) {
    const { entry } = context.directive ?? {};
    const modules = offered(entry);
    if (anyLoaded(context.ask, modules) === 'yes') return context.step.place.parent ? [] : movingFix(context, modules);
    const { role } = context.evaluation;
    const main = typeof role === 'object' ? { ...context, evaluation: role.root } : context;
    const above = entry?.phase === 'read' && main === context;
    return modules.flatMap((one) => loadingFix(main, [one], { preferred: modules.length === 1, above }));
  },
};

/**
 * What a build may have compiled in counts as loaded; directives of other systems are never refused here. Where a module
 * is missing for another one, or every MPM, that is the fault.
 */
function isMissing(entry: Entry, ask: Ask): boolean {
  const { modules, platform, thirdParty } = entry;
  if (modules.length === 0 || platform || anyLoaded(ask, modules) !== 'no') return false;
  if (thirdParty && ask(KEYS.unknownModule)) return false;
  if (modules.every(isMpm)) return anyLoaded(ask, MPMS) === 'yes';
  return !modules.some((identifier) => isNeeded(identifier, ask));
}

/** For each module those that need it. */
const NEEDED_BY: ReadonlyMap<string, readonly string[]> = neededBy();

function neededBy(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { identifier, needs } of allModules()) {
    for (const need of [...(needs?.load ?? []), ...(needs?.start ?? [])])
      found.set(need, [...(found.get(need) ?? []), identifier]);
  }
  return found;
}

function isNeeded(identifier: string, ask: Ask): boolean {
  return NEEDED_BY.get(identifier)?.some((other) => ask(moduleKey(other)) !== undefined) ?? false;
}

function notLoaded(entry: Entry, ask: Ask): Omit<Found, 'span'> {
  const names = entry.modules.map((identifier) => `\`${identifier}\``);
  const one = names.length === 1;
  const modules = one ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
  const enable = ask(KEYS.build) === 'debian' ? moduleByIdentifier(entry.modules[0] ?? '')?.a2enmod : undefined;
  const why = 'httpd refuses a directive whose module is not loaded.';
  return {
    ...(ask(KEYS.unknownModule) && { severity: 'warning' as const }),
    fault: entry.modules.join(' '),
    message: `\`${entry.name}\` needs ${modules}, ${one ? 'which is not loaded' : 'and none of them is loaded'}.`,
    why: enable ? `${why} \`a2enmod ${enable.name}\` enables the module.` : why,
  };
}

/** The modules of which one is enough. MPMs exclude each other, so none is offered. */
function offered(entry: Entry | undefined): readonly string[] {
  return entry && !entry.modules.some(isMpm) ? entry.modules : [];
}

function readTimeFacts({ entry, step, name }: Directive, ask: Ask): FactHere[] {
  if (entry?.phase !== 'read' || isLoose(ask) || ask(KEYS.open) || ask(KEYS.modules) === 'all') return [];
  if (entry.modules.some((identifier) => ask(builtInKey(identifier)))) return [];
  return [{ kind: READ_TIME, value: [entry.name, ...entry.modules].join(' '), span: inRaw(step, name) }];
}

/** httpd keeps such a line for later, and passes over it then, without a word. */
function tooEarly(facts: readonly Fact[]): FoundAt[] {
  const loads = new Map(facts.filter(({ kind }) => kind === LOADS).map((fact) => [fact.value, fact]));
  const loaded = new Set<string>();
  const found: FoundAt[] = [];
  for (const fact of facts) {
    if (fact.kind === LOADS) loaded.add(fact.value);
    if (fact.kind !== READ_TIME) continue;
    const [name = '', ...modules] = fact.value.split(' ');
    const load = modules.map((identifier) => loads.get(identifier)).find((one) => one !== undefined);
    if (load && !modules.some((identifier) => loaded.has(identifier))) found.push(early(fact, name, load));
  }
  return found;
}

function early({ ref, place, span }: Fact, name: string, load: Fact): FoundAt {
  return {
    ref,
    place,
    span,
    severity: 'warning',
    fault: load.value,
    message: `\`${name}\` has no effect here: \`${load.value}\` is loaded only further down.`,
    why: 'It acts while the configuration is read, and without its module httpd passes over it in silence.',
    related: [{ ref: load.ref, span: load.span, message: 'It is loaded here.' }],
  };
}
