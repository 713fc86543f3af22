import type { Span } from '../base/span.ts';
import { inRaw, partInRaw, type Directive } from '../evaluation/directive.ts';
import { checkRegex } from '../kinds/regex/check.ts';
import { testSort } from '../kinds/rewrite/test.ts';
import type { Word } from '../kinds/word.ts';
import { FLAGS } from './flagBlanks.ts';
import type { FactHere } from './rule.ts';

/**
 * A RewriteRule or a RewriteCond. Its value is the number of groups of its pattern, `NONE` or `UNKNOWN`, and what `marks`
 * it has.
 */
export const REWRITE_RULE = 'rewrite-rule';
export const REWRITE_CONDITION = 'rewrite-condition';
/** `$1` or `%1` in the rule or condition that follows among the facts; its value is that and the character behind it. */
export const REWRITE_REFERENCE = 'rewrite-reference';
/** Something that may be, or may hold, rules and conditions that are not known. */
export const REWRITE_UNKNOWN = 'rewrite-unknown';

/** The pattern gives no groups: it is behind a `!`, or no regular expression. */
export const NONE = '!';
export const UNKNOWN = '?';

export const MARKS = {
  /** Of a condition: joined to the next one by OR. */
  or: '|',
  /** A macro made the line. */
  macro: '@',
} as const;

/** What a line has to do with rewriting. */
export function rewriteFacts(directive: Directive): FactHere[] {
  const { key, step, name } = directive;
  const span = inRaw(step, name);
  if (key === 'rewriterule') return ruleFacts(directive, span);
  return key === 'rewritecond' ? conditionFacts(directive, span) : [unknown(span)];
}

function unknown(span: Span): FactHere {
  return { kind: REWRITE_UNKNOWN, value: '', span };
}

function ruleFacts(directive: Directive, span: Span): FactHere[] {
  const { words } = directive;
  const [pattern] = words;
  const value = (pattern ? groupsOf(pattern) : UNKNOWN) + macroMark(directive);
  return [...references(directive, [SECOND, FLAGS]), { kind: REWRITE_RULE, value, span }];
}

const FIRST = 0;
const SECOND = 1;

function conditionFacts(directive: Directive, span: Span): FactHere[] {
  const { words, parts, countKnown } = directive;
  const [test, pattern, flags] = words;
  if (!test || !pattern) return [unknown(span)];
  const isJoined = parts[FLAGS]?.some(({ role, key }) => role === 'flag' && key === 'OR') === true;
  const groups = /^expr$/i.test(test.value.text) ? UNKNOWN : groupsOf(pattern, true);
  const value = groups + (isJoined ? MARKS.or : '') + macroMark(directive);
  const fact = { kind: REWRITE_CONDITION, value, span };
  // Flags that are not known may hold OR.
  const isUnsure = !countKnown || flags?.hole === true;
  return [...references(directive, [FIRST]), fact, ...(isUnsure ? [unknown(span)] : [])];
}

function macroMark({ step }: Directive): string {
  return step.fromMacro ? MARKS.macro : '';
}

function groupsOf({ value: { text }, hole }: Word, isTest = false): string {
  if (hole) return UNKNOWN;
  if (text.startsWith('!') || (isTest && testSort(text) !== 'regex')) return NONE;
  const { fault, groups } = checkRegex(text);
  return fault ? UNKNOWN : String(groups.reduce((most, { number }) => Math.max(most, number), 0));
}

/** A line of a macro has no places of its own to mark. */
function references({ step, words, parts }: Directive, indexes: readonly number[]): FactHere[] {
  if (step.fromMacro) return [];
  return indexes.flatMap((index) => {
    const word = words[index];
    const found = (parts[index] ?? []).filter(({ role, key }) => role === 'reference' && key !== undefined);
    if (!word) return [];
    return found.map((part) => ({
      kind: REWRITE_REFERENCE,
      value: word.value.text.slice(part.span.start, part.span.end + 1),
      span: partInRaw(step, word, part),
    }));
  });
}
