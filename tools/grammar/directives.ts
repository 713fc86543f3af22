import type { Repository, Rule } from './rule.ts';
import { argument, words } from './argument.ts';
import { argumentThen, blank, continuation, directive, hasVariable, lineEnd, wordEnd } from './lines.ts';
import { rewriteDirectives } from './rewrite.ts';
import { text } from './values.ts';

/** Names of directives as expressions without groups. */
export interface DirectiveNames {
  readonly all: string;
  /** Those whose first argument is a regular expression, and those whose second one is. */
  readonly firstRegexp: string;
  readonly secondRegexp: string;
  /** Those whose arguments are providers. */
  readonly providers: string;
}

const anyWords: Rule = { include: '#words' };
const firstWord = argument(words, (form) => text(words, form), String.raw`\G`);
const regexp: Rule = { include: '#first-regexp' };

/** The status of RedirectMatch, which may stand before the pattern. */
const status: Rule = {
  match: String.raw`(?i)(?:(permanent|temp|seeother|gone)|\d{3})${wordEnd}`,
  name: 'constant.numeric.apacheconf',
  captures: { 1: { name: 'constant.language.apacheconf' } },
};

/** A name as the first argument, group 3. */
const name = String.raw`(?:${blank}+([^\s"'$\\]+)(?=${blank}|\\?$))?`;

function naming(names: string, scope: string): Rule {
  return directive(names, [anyWords], name, { 3: { name: scope } });
}

const provider = String.raw`(?:${blank}+(not)(?=\s))?(?:${blank}+([\w-]+)${wordEnd})?`;

const providerWord: Rule = {
  match: String.raw`(?<![\w-])[\w-]+${wordEnd}`,
  name: 'support.type.provider.apacheconf',
};

/** The directives with a language of their own. */
function special({ firstRegexp, secondRegexp, providers }: DirectiveNames): Rule[] {
  return [
    ...rewriteDirectives(),
    directive(firstRegexp, [continuation, status, argumentThen([regexp], [anyWords])]),
    directive(secondRegexp, [continuation, argumentThen(firstWord, [argumentThen([regexp], [anyWords])])]),
    directive('setenvifexpr|proxyfcgisetenvif', [
      continuation,
      argumentThen([{ include: '#first-expression' }], [anyWords]),
    ]),
    directive('sslrequire', [{ include: '#expression-line' }]),
    directive('require', [{ include: '#expression-line' }], String.raw`(?:${blank}+(not))?${blank}+(expr)(?=\s|\\?$)`, {
      3: { name: 'keyword.operator.logical.apacheconf' },
      4: { name: 'support.type.provider.apacheconf' },
    }),
    directive('require', [anyWords], provider, {
      3: { name: 'keyword.operator.logical.apacheconf' },
      4: { name: 'support.type.provider.apacheconf' },
    }),
    directive(providers, [continuation, providerWord, anyWords]),
    directive('logformat|customlog|globallog|errorlogformat', [{ include: '#log-words' }]),
    naming('define|undefine', 'variable.other.readwrite.apacheconf'),
    naming('use|undefmacro', 'entity.name.function.macro.apacheconf'),
  ];
}

/** A line whose first word is in no table of the catalogue: themes leave it without a colour, so that it stands out. */
const unknown: Rule = {
  begin: String.raw`^\s*(?!${hasVariable}|\S*\\$)(\S+)`,
  beginCaptures: { 1: { name: 'meta.unknown.directive.apacheconf' } },
  end: lineEnd,
  patterns: [anyWords],
};

/** A line whose first word is not known before its variables, or its continuation, are. */
const open: Rule = { begin: String.raw`^\s*(?=\S)`, end: lineEnd, patterns: [...firstWord, anyWords] };

export function directiveRules(names: DirectiveNames): Repository {
  return { directives: { patterns: [...special(names), directive(names.all, [anyWords]), unknown, open] } };
}
