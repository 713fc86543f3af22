import type { Form } from './argument.ts';
import type { Repository, Rule } from './rule.ts';
import { argument, header, words } from './argument.ts';
import { continuation, lineEnd } from './lines.ts';
import { backreference, serverVariable, variable } from './values.ts';

/*
 * ap_expr (httpd-config 8.4). All its rules are matches on one physical line: a string or a regular expression that
 * does not end cannot take the quote that ends the argument.
 */

const variables: readonly Rule[] = [variable, serverVariable('double'), backreference];

/**
 * Strings between quotes that need no escape here, and between quotes that do because they are those of the argument.
 * Most hold no variable, and need not be read again for one.
 */
function strings(...quotes: readonly string[]): Rule[] {
  return quotes.flatMap((quote) => [
    { match: String.raw`${quote}[^"'\\\n$%]*${quote}`, name: 'string.quoted.other.apacheconf' },
    {
      match: String.raw`${quote}[^"'\\\n]*(?:\\(?!["'])[^"'\\\n]*)*${quote}`,
      name: 'string.quoted.other.apacheconf',
      captures: { 0: { patterns: variables } },
    },
  ]);
}

const common: readonly Rule[] = [
  continuation,
  ...variables,
  {
    match: String.raw`([=!]~)\s*((?:m([/#$%^,;:_?|.!-])(?:(?!\3)[^"'\n]|\\["'])*\3|/(?:[^/"'\n\\]|\\.)*/)i?)`,
    captures: {
      1: { name: 'keyword.operator.comparison.apacheconf' },
      2: { name: 'string.regexp.apacheconf', patterns: [{ include: '#regexp-operators' }] },
    },
  },
  { match: String.raw`&&|\|\||!(?![=~])`, name: 'keyword.operator.logical.apacheconf' },
  { match: String.raw`[=!]~|[=!<>]=|[=<>]`, name: 'keyword.operator.comparison.apacheconf' },
  { match: String.raw`(?<![\w-])(?:and|or|not)\b`, name: 'keyword.operator.logical.apacheconf' },
  {
    match: String.raw`(?<![\w-])(?:-?(?:in|eq|ne|lt|le|gt|ge)|-(?:strmatch|strcmatch|fnmatch|ipmatch|[A-Za-z]))\b`,
    name: 'keyword.operator.comparison.apacheconf',
  },
  { match: String.raw`\b(?:true|false)\b`, name: 'constant.language.apacheconf' },
  { match: String.raw`\b[A-Za-z_]\w*(?=\()`, name: 'support.function.expression.apacheconf' },
  { match: String.raw`(?<![\w.-])-?\d+\b`, name: 'constant.numeric.apacheconf' },
];

const stringsIn: Readonly<Record<Form, readonly string[]>> = {
  double: [`'`, String.raw`\\"`],
  single: [`"`, String.raw`\\'`],
  bare: [`'`, `"`],
};

function expression(form: Form) {
  return {
    contentName: 'meta.expression.apacheconf',
    patterns: [...strings(...stringsIn[form]), { include: '#expression' }],
  };
}

/** `expr=…`, at the end of Header, CustomLog and some others: quoted as a whole, or not at all. */
function markedExpression(form: Form) {
  const mark = {
    match: String.raw`\G(expr)(=)`,
    captures: {
      1: { name: 'entity.other.attribute-name.apacheconf' },
      2: { name: 'keyword.operator.assignment.apacheconf' },
    },
  };
  return { patterns: [mark, ...expression(form).patterns] };
}

/** The rest of the line. httpd takes off a pair of double quotes around it. */
const rest: Rule = {
  patterns: [
    {
      begin: String.raw`\G\s*(")(?=[^"\n]*$|.*"\s*$)`,
      beginCaptures: { 1: { name: 'punctuation.definition.string.begin.apacheconf' } },
      end: lineEnd,
      patterns: [
        { match: String.raw`"(?=\s*$)`, name: 'punctuation.definition.string.end.apacheconf' },
        ...expression('double').patterns,
      ],
    },
    ...expression('bare').patterns,
  ],
};

export const expressionRules: Repository = {
  expression: { patterns: common },
  'expression-words': { patterns: argument(words, markedExpression).map(onlyMarked) },
  'first-expression': { patterns: argument(words, expression, String.raw`\G`) },
  'header-expression': { patterns: argument(header, expression) },
  'expression-line': rest,
};

function onlyMarked(rule: Rule): Rule {
  return { ...rule, begin: `${rule.begin ?? ''}(?=expr=)` };
}
