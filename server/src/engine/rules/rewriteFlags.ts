import { brokenFlags, flagsFound, isAbout, joinFix } from './flagBlanks.ts';
import type { Rule } from './rule.ts';

/** Flags of a RewriteRule that are several words; what is wrong with one word is found where it is read. */
export const rewriteFlags: Rule = {
  code: 'rewrite-flags',
  keys: ['rewriterule'],
  directive(directive) {
    const broken = brokenFlags(directive);
    return broken ? [flagsFound(directive, broken)] : [];
  },
  fixes(context) {
    const broken = context.directive && brokenFlags(context.directive);
    return isAbout(context, broken) ? [joinFix(context, broken)] : [];
  },
};
