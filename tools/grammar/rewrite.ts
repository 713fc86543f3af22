import type { Form } from './argument.ts';
import type { Repository, Rule } from './rule.ts';
import { argument, rewrite } from './argument.ts';
import { argumentThen, blank, continuation, directive, lineEnd } from './lines.ts';
import { text } from './values.ts';

/** The string that a rule puts in place, or that a condition looks at. */
const string: readonly Rule[] = [
  { match: String.raw`\G-(?=${blank}|\\?$)`, name: 'keyword.operator.nothing.apacheconf' },
  ...argument(rewrite, (form) => text(rewrite, form), String.raw`\G`),
];

/** What makes a pattern a file test or a comparison, and no regular expression (httpd-config 8.2). */
const operator = String.raw`(?:-[dfsxhLlUF](?=["'\s]|\\?$)|-(?:eq|ne|lt|le|gt|ge)(?=\s*\d)|[<>]=?(?=[^\s"'])|=(?=\S))`;

const comparison: Rule = {
  match: String.raw`\G(!?)(${operator})`,
  captures: {
    1: { name: 'keyword.operator.logical.apacheconf' },
    2: { name: 'keyword.operator.comparison.apacheconf' },
  },
};

function comparisonText(form: Form) {
  const { patterns } = text(rewrite, form);
  return { patterns: [comparison, { match: String.raw`\d+`, name: 'constant.numeric.apacheconf' }, ...patterns] };
}

const comparisons = argument(rewrite, comparisonText, String.raw`\G`).map((rule): Rule => ({
  ...rule,
  begin: `${rule.begin ?? ''}(?=!?${operator})`,
}));

/** `L`, `R=301`, `E=NAME:value`: to the next comma or bracket. */
const flag: Rule = {
  begin: String.raw`([A-Za-z]\w*)(?:\s*(=)\s*(!?))?`,
  beginCaptures: {
    1: { name: 'keyword.other.flag.apacheconf' },
    2: { name: 'keyword.operator.assignment.apacheconf' },
    3: { name: 'keyword.operator.logical.apacheconf' },
  },
  end: String.raw`(?=[,\]"']|${blank})|${lineEnd}`,
  patterns: [
    { match: String.raw`(?<==)\d+(?=[,\]])`, name: 'constant.numeric.apacheconf' },
    ...text(rewrite, 'bare').patterns,
  ],
};

/** Flags in brackets; quotes around them allow blanks between them. */
const flags = argument(rewrite, () => ({ patterns: [{ include: '#rewrite-flags' }] }), String.raw`\G`);

const flagList: Rule = {
  begin: String.raw`\G\[`,
  beginCaptures: { 0: { name: 'punctuation.definition.flags.begin.apacheconf' } },
  end: String.raw`(\])|(?=["'])|${lineEnd}`,
  endCaptures: { 1: { name: 'punctuation.definition.flags.end.apacheconf' } },
  patterns: [continuation, { match: ',', name: 'punctuation.separator.flags.apacheconf' }, flag],
};

const expression: Rule = { include: '#first-expression' };
const regexp: Rule = { include: '#rewrite-regexp' };

/** RewriteRule and RewriteCond. Whatever follows the flags is ignored, so it has no colour. */
export function rewriteDirectives(): Rule[] {
  const end = [argumentThen(flags, [])];
  return [
    directive('rewriterule', [continuation, argumentThen([regexp], [argumentThen(string, end)])]),
    directive(
      'rewritecond',
      [continuation, argumentThen([expression], end)],
      String.raw`${blank}+(expr)(?=${blank}|\\?$)`,
      {
        3: { name: 'keyword.other.expression.apacheconf' },
      },
    ),
    directive('rewritecond', [continuation, argumentThen(string, [argumentThen([...comparisons, regexp], end)])]),
  ];
}

export const rewriteRules: Repository = { 'rewrite-flags': flagList };
