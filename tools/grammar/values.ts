import type { Form, Splitting } from './argument.ts';
import type { Repository, Rule } from './rule.ts';
import { argument, header, rewrite, words } from './argument.ts';
import { continuation, wordEnd } from './lines.ts';

const variableBegin: Rule = { name: 'punctuation.definition.variable.begin.apacheconf' };
const variableEnd: Rule = { name: 'punctuation.definition.variable.end.apacheconf' };
const serverName: Rule = { name: 'variable.language.server.apacheconf' };
const functionName: Rule = { name: 'support.function.expression.apacheconf' };

/** `$1`. */
export const backreference: Rule = { match: String.raw`\$\d`, name: 'variable.parameter.backreference.apacheconf' };

/** `%1` of a RewriteCond; elsewhere a percent sign and a digit are just text. */
const condBackreference: Rule = { ...backreference, match: String.raw`[$%]\d` };

/** `%{NAME}` inside of something else. */
function nested(text: string): Rule {
  return { match: String.raw`(%\{)(${text}*)(\})`, captures: { 1: variableBegin, 2: serverName, 3: variableEnd } };
}

/** `${NAME}`: replaced even between single quotes (httpd-config 3.3). `${map:%{KEY}}` is mod_rewrite's. */
export const variable: Rule = {
  match: String.raw`(\$\{)((?:[^{}\n]|%\{[^{}\n]*\})*)(\})`,
  captures: {
    1: variableBegin,
    2: { name: 'variable.other.readwrite.apacheconf', patterns: [nested(String.raw`[^{}\n]`), condBackreference] },
    3: variableEnd,
  },
};

/** `%{NAME}`, or `%{name:text}`, also with one more inside of the text; without quotes it cannot hold a blank. */
export function serverVariable(form: Form): Rule {
  const text = form === 'bare' ? String.raw`[^{}\s]` : String.raw`[^{}"'\n]`;
  return {
    match: String.raw`(%\{)(LA-[FU]:)?(?:(\w+:)((?:${text}|%\{${text}*\})*)|((?:${text}|%\{${text}*\})*))(\})`,
    captures: {
      1: variableBegin,
      2: functionName,
      3: functionName,
      4: { name: 'string.unquoted.argument.apacheconf', patterns: [nested(text)] },
      5: serverName,
      6: variableEnd,
    },
  };
}

/** `$name`, as parameters of macros are usually written. */
const macroParameter: Rule = { match: String.raw`\$[A-Za-z_]\w*`, name: 'variable.parameter.macro.apacheconf' };

/** What goes by its colour inside a word. */
const wordParts: readonly Rule[] = [
  {
    match: String.raw`\G([A-Za-z][\w.-]*)(=)`,
    captures: {
      1: { name: 'entity.other.attribute-name.apacheconf' },
      2: { name: 'keyword.operator.assignment.apacheconf' },
    },
  },
  { match: String.raw`(?<=[:=])\d+${wordEnd}`, name: 'constant.numeric.apacheconf' },
];

/** The text of an argument that is no small language of its own. */
export function text(splitting: Splitting, form: Form, placeholders: readonly Rule[] = []) {
  const patterns: Rule[] = [
    continuation,
    { match: splitting.escape[form], name: 'constant.character.escape.apacheconf' },
    variable,
    ...placeholders,
    serverVariable(form),
    splitting === rewrite ? condBackreference : backreference,
    macroParameter,
    ...(form === 'bare' ? wordParts : []),
  ];
  return form === 'bare' ? { patterns } : { name: `string.quoted.${form}.apacheconf`, patterns };
}

/** `%>s`, `%{Referer}i` of a log format (httpd-config 8.5), before `%{…}` is taken for a variable. */
const logPlaceholder: Rule = {
  match: String.raw`%[<>!,\d]*(?:(\{)([^{}"'\n]*)(\}))?(?:\^[A-Za-z]{2}|[A-Za-z%])`,
  name: 'constant.other.placeholder.apacheconf',
  captures: { 2: { name: 'variable.language.server.apacheconf' } },
};

/*
 * A rule for a whole word is looked for in the whole rest of the line. So it must fail at once inside a word, or a very
 * long one would take time that grows with its square.
 */

/** A number with its unit, an address, a version: the whole word. */
const number: Rule = {
  match: String.raw`(?<![\w.])[-+]?\d+(?:\.\d+)*(?:/\d+|min|[A-Za-z]{1,2}|%)?${wordEnd}`,
  name: 'constant.numeric.apacheconf',
};

/** `rewrite_module`, `mod_rewrite.c`: the whole word. */
const moduleName: Rule = {
  match: String.raw`\b(?:[A-Za-z]\w*_module|mod_\w+\.c)${wordEnd}`,
  name: 'entity.name.type.module.apacheconf',
};

/** What is coloured as a whole word, `words` being an expression for the words of all vocabularies. */
function wholeWords(constants: string): Rule {
  const constant = {
    match: String.raw`(?i)([-+]?)(${constants})${wordEnd}`,
    captures: {
      1: { name: 'keyword.operator.sign.apacheconf' },
      2: { name: 'constant.language.apacheconf' },
    },
  };
  return { patterns: [continuation, moduleName, constant, number] };
}

/** `<` and the like in `<IfVersion >= 2.4>`, `~` before a regular expression, `!` before a name. */
const headerOperators: readonly Rule[] = [
  { match: String.raw`(?:[<>=]=?|~)(?=\s)`, name: 'keyword.operator.comparison.apacheconf' },
  { match: '!', name: 'keyword.operator.logical.apacheconf' },
];

/** The arguments of a directive (`words`), of a log format, and of an opening tag. */
export function valueRules(constants: string): Repository {
  const wholeWord = { include: '#whole-words' };
  const expressionWord = { include: '#expression-words' };
  return {
    'whole-words': wholeWords(constants),
    words: { patterns: [wholeWord, expressionWord, ...argument(words, (form) => text(words, form))] },
    'log-words': {
      patterns: [wholeWord, expressionWord, ...argument(words, (form) => text(words, form, [logPlaceholder]))],
    },
    'header-words': { patterns: [...headerOperators, wholeWord, ...argument(header, (form) => text(header, form))] },
  };
}
