import { refusal } from '../catalogue/contexts.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { METHODS } from '../kinds/methods.ts';
import { isSection, nested, type FactNode } from './sectionFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

const LIMITS = ['<limit', '<limitexcept'];

/** A `<Limit>` or `<LimitExcept>` in another one that leaves no method, or takes none away (httpd-config 2.2). */
export const method: Rule = {
  code: 'method',
  keys: LIMITS,
  facts: (directive) => limitFacts(directive),
  needs: ['limit'],
  reads: LIMITS,
  whole: (facts) => {
    const universe = new Set([
      ...METHODS,
      OTHER,
      ...facts.flatMap((fact) => (fact.kind === 'limit' ? fact.value.split(' ') : [])),
    ]);
    return nested(facts).flatMap((node) => inside(node, universe, universe));
  },
};

/** Stands for every method that no section names. */
const OTHER = '';

function limitFacts({ entry, words, step, name }: Directive) {
  const allowed = entry && step.place.offers.some((offer) => refusal(entry, undefined, offer) === undefined);
  if (!allowed || words.some((word) => word.hole)) return [];
  return [{ kind: 'limit', value: words.map((word) => word.value.text).join(' '), span: inRaw(step, name) }];
}

/** Each section must keep some of the methods around it, and take some away. */
function inside(node: FactNode, around: ReadonlySet<string>, universe: ReadonlySet<string>): FoundAt[] {
  if (!isSection(node)) return [];
  const methods = node.inside.find((child): child is Fact => !isSection(child) && child.kind === 'limit');
  if (!methods) return [];
  const named = new Set(methods.value.split(' '));
  const except = node.open.value === '<limitexcept';
  const kept = new Set([...around].filter((name) => named.has(name) !== except));
  const outermost = around === universe;
  const problem = outermost ? undefined : problemOf(kept.size, around.size);
  if (problem !== undefined)
    return [
      { ref: node.open.ref, place: node.open.place, span: node.open.span, message: problem, why: 'httpd refuses it.' },
    ];
  return node.inside.flatMap((child) => inside(child, kept, universe));
}

function problemOf(kept: number, around: number): string | undefined {
  if (kept === 0) return 'No method is left in here: the section around it is for others.';
  return kept === around ? 'This changes nothing: the section around it is for these methods already.' : undefined;
}
