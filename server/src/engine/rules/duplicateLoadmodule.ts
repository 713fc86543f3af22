import type { Ask } from '../base/ask.ts';
import type { Fact } from '../evaluation/finding.ts';
import { builtInKey } from '../kinds/world.ts';
import { removeLine } from './edits.ts';
import { LOADS, RIGHT } from './loadFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

/** A module that is loaded already (httpd-config 7.1). */
export const duplicateLoadmodule: Rule = {
  code: 'duplicate-loadmodule',
  needs: [LOADS],
  reads: [RIGHT],
  whole: (facts, ask) => repeated(facts, ask),
  fixes: (context) => [{ title: 'Remove the line', safe: false, preferred: true, edits: [removeLine(context)] }],
};

/** Of a line with the identifier of another file something else is to be said. */
function repeated(facts: readonly Fact[], ask: Ask): FoundAt[] {
  const wrong = new Set(facts.filter(({ kind }) => kind === RIGHT).map(({ ref }) => ref));
  const first = new Map<string, Fact>();
  const found: FoundAt[] = [];
  for (const fact of facts) {
    if (fact.kind !== LOADS || ask(builtInKey(fact.value)) === 'yes') continue;
    const before = first.get(fact.value);
    if (before && !isSameLine(before, fact) && !wrong.has(fact.ref)) found.push(repetition(fact, before));
    if (!before && fact.place.truth === 'yes') first.set(fact.value, fact);
  }
  return found;
}

/** A file that is read twice is no fault of its lines. */
function isSameLine(a: Fact, b: Fact): boolean {
  return a.ref.chunk === b.ref.chunk && a.ref.index === b.ref.index;
}

function repetition({ ref, place, span, value }: Fact, before: Fact): FoundAt {
  return {
    ref,
    place,
    span,
    message: `\`${value}\` is loaded already.`,
    why: 'httpd writes a warning and skips this line.',
    related: [{ ref: before.ref, span: before.span, message: 'It is loaded here.' }],
  };
}
