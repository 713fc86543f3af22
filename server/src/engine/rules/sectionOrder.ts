import type { Fact } from '../evaluation/finding.ts';
import { placeSections } from '../catalogue/contexts.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { isSection, nested, sectionsIn, type FactNode } from './sectionFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

/** `<Else>` and `<ElseIf>` go on from an `<If>` or `<ElseIf>` before them in the same section (httpd-config 2.5). */
export const sectionOrder: Rule = {
  code: 'section-order',
  needs: ['<else', '<elseif'],
  reads: [...placeSections, 'unclosed'],
  file(facts) {
    const top = nested(facts);
    return [top, ...[...sectionsIn(top)].map((section) => section.inside)].flatMap(inScope);
  },
};

/** `true`: an `<Else>` may come; `maybe`: it is not known whether the `<If>` before it is read. */
type After = boolean | 'maybe';

function inScope(nodes: readonly FactNode[]): FoundAt[] {
  const found: FoundAt[] = [];
  let after: After = false;
  for (const node of nodes) {
    const tag = isSection(node) ? node.open : node;
    if (isElse(tag) && after === false) found.push(alone(tag));
    if (isSection(node) || tag.kind === 'unclosed') after = next(after, tag);
  }
  return found;
}

function isElse(tag: Fact): boolean {
  return (tag.kind === 'open' || tag.kind === 'unclosed') && (tag.value === '<else' || tag.value === '<elseif');
}

function next(after: After, tag: Fact): After {
  if (tag.value === '<if' || tag.value === '<elseif') return tag.place.truth === 'yes' ? true : 'maybe';
  return tag.value === '<else' ? (after === 'maybe' || tag.place.truth !== 'yes' ? 'maybe' : false) : after;
}

function alone(tag: Fact): FoundAt {
  const { ref, place, span, value } = tag;
  return {
    ref,
    place,
    span,
    message: `\`${entryOf(value)?.name ?? value}\` has no \`<If>\` before it in this section.`,
    why: 'httpd refuses it.',
  };
}
