import type { Form, Splitting } from './argument.ts';
import type { Repository, Rule } from './rule.ts';
import { argument, header, rewrite, words } from './argument.ts';
import { continuation } from './lines.ts';
import { variable } from './values.ts';

/** What may stand in a set of characters without ending the argument around it, besides escapes. */
const setText: Readonly<Record<Form, string>> = {
  double: String.raw`[^\]\\"\n]`,
  single: String.raw`[^\]\\'\n]`,
  bare: String.raw`[^\]\\\s]`,
};

/** In PCRE a backslash goes with any character; that the argument ends there comes first. */
function escapes(splitting: Splitting, form: Form): string {
  if (splitting === rewrite) return splitting.escape[form];
  return form === 'bare' ? String.raw`\\\S` : String.raw`\\.`;
}

/** A set of characters. The limit is for a line of thousands of `[`, each of which would be looked at to the end. */
function set(escape: string, form: Form): Rule {
  return {
    match: String.raw`(\[\^?)(\]?(?:\[:\^?[a-z]+:\]|${escape}|${setText[form]}){0,500})(\])`,
    captures: {
      1: { name: 'punctuation.definition.character-class.regexp' },
      2: { name: 'constant.other.character-class.set.regexp' },
      3: { name: 'punctuation.definition.character-class.regexp' },
    },
  };
}

const operators: readonly Rule[] = [
  {
    match: String.raw`\((?:\?(?:<?[=!]|[:>|]|P?<\w+>|'\w+'|[A-Za-z-]+:?))?|\)`,
    name: 'support.other.parenthesis.regexp',
  },
  { match: String.raw`[*+?][+?]?|\{\d*,?\d*\}[+?]?`, name: 'keyword.operator.quantifier.regexp' },
  { match: String.raw`\|`, name: 'keyword.operator.or.regexp' },
  { match: String.raw`[\^$]`, name: 'keyword.control.anchor.regexp' },
];

/** The text of a regular expression (httpd-config 8.1). A `!` before it is no part of it. */
function regexp(splitting: Splitting, form: Form) {
  const escape = escapes(splitting, form);
  return {
    name: 'string.regexp.apacheconf',
    patterns: [
      { match: String.raw`\G!`, name: 'keyword.operator.logical.apacheconf' },
      continuation,
      variable,
      set(escape, form),
      { match: String.raw`\\[bBAzZG]`, name: 'keyword.control.anchor.regexp' },
      { match: String.raw`\\[dDhHNRsSvVwWX]`, name: 'constant.other.character-class.escape.regexp' },
      { match: escape, name: 'constant.character.escape.regexp' },
      { include: '#regexp-operators' },
    ],
  };
}

export const regexpRules: Repository = {
  'regexp-operators': { patterns: operators },
  'first-regexp': { patterns: argument(words, (form) => regexp(words, form), String.raw`\G`) },
  'header-regexp': { patterns: argument(header, (form) => regexp(header, form)) },
  'rewrite-regexp': { patterns: argument(rewrite, (form) => regexp(rewrite, form), String.raw`\G`) },
};
