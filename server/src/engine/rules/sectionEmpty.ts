import { inRaw } from '../evaluation/directive.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { isMember, MEMBERS, nested, sectionsIn, type FactSection } from './sectionFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

const GROUPS = ['<requireall', '<requireany', '<requirenone'];

/** A `<RequireAll>` and its kin without a Require (httpd-config 2.2). */
export const sectionEmpty: Rule = {
  code: 'section-empty',
  keys: ['include', 'includeoptional', 'use'],
  /** What is not read here may hold a Require. */
  facts: ({ step, name }) => [{ kind: 'unknown', value: '', span: inRaw(step, name) }],
  needs: GROUPS,
  reads: MEMBERS,
  whole: (facts) => [...sectionsIn(nested(facts))].flatMap(empty),
};

function empty({ open, inside }: FactSection): FoundAt[] {
  if (inside.some(isMember)) return [];
  return [
    {
      ref: open.ref,
      place: open.place,
      span: open.span,
      message: `There is no \`Require\` in this \`${entryOf(open.value)?.name ?? open.value}\`.`,
      why: 'httpd refuses an authorization block without a rule.',
      met: 'close',
    },
  ];
}
