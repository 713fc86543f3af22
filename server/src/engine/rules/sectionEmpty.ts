import { inRaw } from '../evaluation/directive.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { isSection, nested, type FactNode } from './sectionFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

const GROUPS = ['<requireall', '<requireany', '<requirenone'];

/** A `<RequireAll>` and its kin without a Require (httpd-config 2.2). */
export const sectionEmpty: Rule = {
  code: 'section-empty',
  keys: ['include', 'includeoptional', 'use'],
  /** What is not read here may hold a Require. */
  facts: ({ step, name }) => [{ kind: 'unknown', value: '', span: inRaw(step, name) }],
  needs: GROUPS,
  file: (facts) => nested(facts, (key) => GROUPS.includes(key)).flatMap(empty),
};

function empty(node: FactNode): FoundAt[] {
  if (!isSection(node)) return [];
  const { open, inside } = node;
  const counted = inside.filter((child) => isSection(child) || MEMBERS.includes(child.kind));
  if (counted.length > 0) return counted.flatMap(empty);
  return [
    {
      ref: open.ref,
      place: open.place,
      span: open.span,
      message: `There is no \`Require\` in this \`${entryOf(open.value)?.name ?? open.value}\`.`,
      why: 'httpd refuses an authorization block without a rule, and the server does not start.',
    },
  ];
}

/** What makes a block not empty; a section without end is taken for one with something in it. */
const MEMBERS = ['require', 'unknown', 'unclosed'];
