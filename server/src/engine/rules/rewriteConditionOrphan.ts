import { MARKS, REWRITE_CONDITION } from './rewriteFacts.ts';
import { isWholeReading, rewriteSets, SET_TOPICS, type RewriteSet } from './rewriteSets.ts';
import type { FoundAt, Rule } from './rule.ts';

/** Conditions that no RewriteRule follows (httpd-config 8.2). */
export const rewriteConditionOrphan: Rule = {
  code: 'rewrite-condition-orphan',
  needs: [REWRITE_CONDITION],
  reads: SET_TOPICS,
  whole: (facts, ask) => rewriteSets(facts, isWholeReading(facts, ask)).flatMap(orphan),
};

/** Of several conditions the first is marked; one that a macro has made has no line of its own to mark. */
function orphan({ rule, conditions, isSure }: RewriteSet): FoundAt[] {
  const [first] = conditions;
  if (rule || !isSure || !first || first.fact.value.includes(MARKS.macro)) return [];
  const { ref, place, span } = first.fact;
  const count = conditions.length;
  const these = count === 1 ? 'this `RewriteCond`' : `these ${String(count)} conditions`;
  return [
    {
      ref,
      place,
      span,
      message: `No \`RewriteRule\` follows ${these}.`,
      why: 'A condition belongs to the next `RewriteRule` of its section. Without one httpd reads it, and nothing comes of it.',
    },
  ];
}
