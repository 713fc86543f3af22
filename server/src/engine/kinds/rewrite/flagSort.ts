import { rewriteWords } from '../../catalogue/data/index.ts';
import type { RewriteFlag } from '../../catalogue/rewriteWords.ts';

/** The flags of a directive, and of the other one that people take them for. */
export interface FlagSort {
  readonly directive: string;
  readonly flags: readonly RewriteFlag[];
  readonly others: Pick<FlagSort, 'directive' | 'flags'>;
  /** The code of what is wrong with them. */
  readonly code: string;
}

const RULE = { directive: 'RewriteRule', flags: rewriteWords.ruleFlags };
const CONDITION = { directive: 'RewriteCond', flags: rewriteWords.conditionFlags };

/** By the parameter of the kind. */
export const FLAG_SORTS: Readonly<Record<string, FlagSort>> = {
  rule: { ...RULE, others: CONDITION, code: 'rewrite-flags' },
  condition: { ...CONDITION, others: RULE, code: 'rewrite-condition' },
};
