import type { Fact } from '../evaluation/finding.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { inRaw } from '../evaluation/directive.ts';
import { passedOver } from '../evaluation/passedOver.ts';
import { leave } from '../evaluation/place.ts';
import type { Step } from '../evaluation/step.ts';
import { nameWord } from '../syntax/line.ts';
import { isClosed } from '../syntax/pairs.ts';

/**
 * `open` and `close` of every section that is a place, in the order of the file; rules over facts follow the nesting by
 * them. Tags without partner open and close nothing.
 */
export function sectionFacts(step: Step): Fact[] {
  const { pairing, line, place, ref } = step;
  if (!pairing || pairing.kind === 'crossed') return [];
  const span = inRaw(step, nameWord(line.text.text));
  if (!isClosed(pairing)) return line.form === 'open' ? [{ kind: 'unclosed', value: line.key, ref, span, place }] : [];
  if (line.form === 'open' && passedOver(place, entryOf(line.key)) === 'yes') return [];
  if (line.form === 'open') return [{ kind: 'open', value: line.key, ref, span, place }];
  const closed = leave(place, pairing.pops - 1);
  return closed.transparent ? [] : [{ kind: 'close', value: closed.section, ref, span, place }];
}

/** What a fact is about: tags are about their section, all others about what their kind says. */
export function topicOf({ kind, value }: Fact): string {
  return kind === 'open' || kind === 'close' ? value : kind;
}

/** One section of the facts, with the facts directly in it. */
export interface FactSection {
  readonly open: Fact;
  readonly inside: FactNode[];
}

/** A fact, or a section of them. */
export type FactNode = Fact | FactSection;

export function isSection(node: FactNode): node is FactSection {
  return 'open' in node;
}

/**
 * What counts in an authorization block: a Require, another block, what is not known, and a section without end, which is
 * taken for one with something in it. All other facts may stand there too.
 */
export function isMember(node: FactNode): boolean {
  return isSection(node) || MEMBERS.includes(node.kind);
}

/** Kinds of the facts that count there. */
export const MEMBERS: readonly string[] = ['require', 'unknown', 'unclosed'];

/** Every section among some nodes, those within others too: no recursion, since files may nest as deep as they like. */
export function* sectionsIn(nodes: readonly FactNode[]): Generator<FactSection> {
  const waiting = [nodes];
  for (let list = waiting.pop(); list; list = waiting.pop()) {
    for (const node of list) {
      if (!isSection(node)) continue;
      yield node;
      waiting.push(node.inside);
    }
  }
}

/** Facts as they are nested in those sections whose tags are among them. */
export function nested(facts: readonly Fact[]): FactNode[] {
  const top: FactNode[] = [];
  const stack: FactSection[] = [];
  for (const fact of facts) {
    const inside = stack.at(-1)?.inside ?? top;
    if (fact.kind === 'open') {
      const section = { open: fact, inside: [] };
      inside.push(section);
      stack.push(section);
    } else if (fact.kind === 'close') stack.pop();
    else inside.push(fact);
  }
  return top;
}
