import { inRaw } from '../evaluation/directive.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { isSection, nested, sectionsIn, type FactSection } from './sectionFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

const GROUPS = ['<requireall', '<requireany', '<requirenone'];

/** A `<RequireAll>` and its kin without a Require (httpd-config 2.2). */
export const sectionEmpty: Rule = {
  code: 'section-empty',
  keys: ['include', 'includeoptional', 'use'],
  /** What is not read here may hold a Require. */
  facts: ({ step, name }) => [{ kind: 'unknown', value: '', span: inRaw(step, name) }],
  needs: GROUPS,
  whole: (facts) => [...sectionsIn(nested(facts, (key) => GROUPS.includes(key)))].flatMap(empty),
};

function empty({ open, inside }: FactSection): FoundAt[] {
  if (inside.some((child) => isSection(child) || MEMBERS.includes(child.kind))) return [];
  return [
    {
      ref: open.ref,
      place: open.place,
      span: open.span,
      message: `There is no \`Require\` in this \`${entryOf(open.value)?.name ?? open.value}\`.`,
      why: 'httpd refuses an authorization block without a rule.',
    },
  ];
}

/** What makes a block not empty; a section without end is taken for one with something in it. */
const MEMBERS = ['require', 'unknown', 'unclosed'];
