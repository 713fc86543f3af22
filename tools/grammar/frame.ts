import type { Names } from './names.ts';
import type { Repository, Rule } from './rule.ts';
import { directiveRules } from './directives.ts';
import { expressionRules } from './expression.ts';
import { comment, emptyContinuation } from './lines.ts';
import { regexpRules } from './regexp.ts';
import { rewriteRules } from './rewrite.ts';
import { sectionRules } from './sections.ts';
import { valueRules } from './values.ts';

interface Grammar {
  readonly $comment: string;
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Repository;
}

/** The whole grammar: what a line can be, with `names` for the names of the catalogue. */
export function grammarOf(names: Names): Grammar {
  return {
    $comment: 'Made by tools/grammar.ts from the catalogue: change that, then run node tools/run.mjs tools/grammar.ts',
    name: 'Apache HTTP Server configuration',
    scopeName: 'source.apacheconf',
    patterns: [comment, emptyContinuation, { include: '#sections' }, { include: '#directives' }],
    repository: {
      ...sectionRules({
        all: names.sections,
        regexps: names.regexpSections,
        tilde: names.tildeSections,
        lua: names.luaSections,
      }),
      ...directiveRules({
        all: names.directives,
        firstRegexp: names.firstRegexp,
        secondRegexp: names.secondRegexp,
        providers: names.providers,
      }),
      ...valueRules(names.constants),
      ...expressionRules,
      ...regexpRules,
      ...rewriteRules,
    },
  };
}
