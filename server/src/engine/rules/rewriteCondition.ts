import { inRaw, partInRaw, type Directive } from '../evaluation/directive.ts';
import { testSort } from '../kinds/rewrite/test.ts';
import { removeInLine, replaceInLine } from './edits.ts';
import { brokenFlags, FLAGS, flagsFound, isAbout, joinFix, spanOf, type Broken } from './flagBlanks.ts';
import type { Fix, FixContext, Found, Rule } from './rule.ts';

/** What the words of a RewriteCond have to do with each other (httpd-config 8.2). */
export const rewriteCondition: Rule = {
  code: 'rewrite-condition',
  keys: ['rewritecond'],
  directive(directive) {
    const flags = brokenFlags(directive);
    if (flags) return [flagsFound(directive, flags)];
    const pattern = brokenPattern(directive);
    return pattern ? [patternFound(directive, pattern)] : uselessNocase(directive);
  },
  fixes(context) {
    const { directive } = context;
    const broken = directive && (brokenFlags(directive) ?? brokenPattern(directive));
    if (isAbout(context, broken)) return [joinFix(context, broken)];
    const isNocase = directive && uselessNocase(directive).some(({ span }) => span.start === context.span.start);
    return isNocase ? withoutNocase(context, directive) : [];
  },
};

/** `! -f`, `-eq 5`, `= text`: an operator, and behind a blank what it is about. */
function brokenPattern({ words }: Directive): Broken | undefined {
  const [test, operator, operand] = words;
  if (!test || !operator || !operand || isExpression(test.value.text)) return undefined;
  if ([operator, operand].some(({ quote, hole }) => quote !== undefined || hole)) return undefined;
  if (operand.value.text.startsWith('[') || !OPERATOR.test(operator.value.text)) return undefined;
  const joined = operator.value.text.replace(/==$/, '=') + operand.value.text;
  return { span: spanOf([operator, operand]), joined };
}

const OPERATOR = /^(?:!|!?(?:-(?:eq|ne|lt|le|gt|ge)|==?|[<>]=?))$/;

function isExpression(test: string): boolean {
  return test.toLowerCase() === 'expr';
}

function patternFound({ step }: Directive, { span, joined }: Broken): Found {
  return {
    span: inRaw(step, span),
    message: `No blank stands between an operator and what it is about: \`${joined}\`.`,
    why: 'httpd takes what stands behind the blank for the flags, and refuses the line.',
  };
}

/** httpd warns of it, and goes on without the flag. */
function uselessNocase({ step, words, parts }: Directive): Found[] {
  const [test, pattern, flags] = words;
  const flag = parts[FLAGS]?.find(({ role, key }) => role === 'flag' && key === 'NC');
  if (!test || !pattern || !flags || !flag || test.hole || pattern.hole) return [];
  const sort = isExpression(test.value.text) ? 'expression' : testSort(pattern.value.text.replace(/^!/, ''));
  const why = IGNORED[sort];
  if (why === undefined) return [];
  const message = `\`NC\` has no effect here: ${why}.`;
  return [
    {
      span: partInRaw(step, flags, flag),
      severity: 'warning',
      message,
      why: 'httpd warns of it, and ignores the flag.',
    },
  ];
}

const IGNORED: Readonly<Record<string, string | undefined>> = {
  expression: 'an expression says itself where letter case does not count, as in `=~ m#…#i`',
  file: 'names of files are looked up as they are',
  number: 'numbers have no letter case',
};

/** The flags that are left, or nothing. */
function withoutNocase(context: FixContext, { words, step }: Directive): Fix[] {
  const flags = words[FLAGS];
  if (!flags) return [];
  const left = flags.value.text
    .slice(1, -1)
    .split(',')
    .filter((flag) => !/^\s*(?:nc|nocase)\s*(?:=|$)/i.test(flag));
  const span = inRaw(step, flags.span);
  const edit =
    left.length > 0
      ? replaceInLine(context, span, `[${left.map((flag) => flag.trim()).join(',')}]`)
      : removeInLine(context, span);
  if (!edit) return [];
  return [{ title: 'Remove NC', safe: false, preferred: true, edits: [edit] }];
}
