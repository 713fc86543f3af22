import { ownModuleFix } from './ours.ts';
import type { Rule } from './rule.ts';

/** What the kinds find in conditions: a module that nobody knows may be the user's own. */
export const deadCondition: Rule = {
  code: 'dead-condition',
  fixes({ directive, step, span }) {
    const name = step.source.raw.slice(span.start, span.end);
    return directive?.key === '<ifmodule' && name.endsWith('_module') ? ownModuleFix(name) : [];
  },
};
