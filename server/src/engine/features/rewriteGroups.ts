import type { Span } from '../base/span.ts';
import { sourceSpan } from '../base/mapped.ts';
import { resolve } from '../evaluation/directive.ts';
import { runAt, type Evaluation } from '../evaluation/evaluation.ts';
import { stepOf } from '../evaluation/step.ts';
import { checkRegex } from '../kinds/regex/check.ts';
import { capturesIn, groupsOf } from '../rules/rewriteCaptures.ts';
import { MARKS, NONE } from '../rules/rewriteFacts.ts';
import { isWholeReading, rewriteSets, type RewriteLine, type RewriteSet } from '../rules/rewriteSets.ts';
import { isSameLine, wholeFacts } from '../rules/serverFacts.ts';
import type { LineRef } from '../syntax/chunk.ts';
import type { Cursor } from './cursor.ts';
import { code, paragraphs } from './markdown.ts';

/** A `$1` or `%1` and what it refers to, in words. */
interface Group {
  /** In the `raw` of the line. */
  readonly span: Span;
  readonly words: string;
}

/** The back-reference of mod_rewrite that the cursor is in. */
export function groupAt(cursor: Cursor): Group | undefined {
  const { spot, step, evaluation } = cursor;
  if (spot.at !== 'argument' || !step || !spot.argument.slot?.kind.startsWith('rewrite-')) return undefined;
  const { value, parts, offset } = spot.argument;
  const part = parts.find(({ role, span }) => role === 'reference' && span.start <= offset && offset <= span.end);
  if (part?.key === undefined) return undefined;
  const words = wordsOf(part.key, step.ref, evaluation.viewOf ?? evaluation, cursor);
  return { span: sourceSpan(value, part.span), words };
}

function wordsOf(key: string, ref: LineRef, evaluation: Evaluation, cursor: Cursor): string {
  const facts = wholeFacts(evaluation);
  const sets = rewriteSets(facts, isWholeReading(facts, cursor.ask));
  const set = sets.find(({ rule, conditions }) =>
    [rule, ...conditions].some((line) => line && isSameLine(line.fact, { ref })),
  );
  const targets = set ? targetsOf(key, ref, set) : [];
  return paragraphs([general(key), ...targets.map((line) => specific(key, line, evaluation, cursor))]);
}

/** The lines whose patterns it may refer to. */
function targetsOf(key: string, ref: LineRef, set: RewriteSet): readonly RewriteLine[] {
  const { rule, conditions, isSure } = set;
  if (key.startsWith('$')) return rule ? [rule] : [];
  if (!isSure) return [];
  const at = conditions.findIndex(({ fact }) => isSameLine(fact, { ref }));
  const captures = capturesIn(set)[at < 0 ? conditions.length : at] ?? [];
  return captures.flatMap((line) => line ?? []);
}

function general(key: string): string {
  const group = key.slice(1);
  const part = group === '0' ? 'all that the pattern has found' : `what group ${group} of the pattern has found`;
  return key.startsWith('$')
    ? `${code(key)} is ${part}: the pattern of the \`RewriteRule\`.`
    : `${code(key)} is ${part}: the pattern of the last \`RewriteCond\` that has matched, without a \`!\`.`;
}

/** The text of the group, as far as it is there. */
function specific(key: string, line: RewriteLine, evaluation: Evaluation, { ask }: Cursor): string | undefined {
  if (groupsOf(line) === NONE) return 'Behind a `!` a pattern finds nothing: it is always empty.';
  const run = line.fact.value.includes(MARKS.macro) ? undefined : runAt(evaluation, line.fact.ref);
  if (!run) return undefined;
  const { words, key: directive } = resolve(stepOf(run, line.fact.ref.index), ask);
  const pattern = words[directive === 'rewriterule' ? 0 : 1];
  if (!pattern || pattern.hole || groupsOf(line) === '?') return undefined;
  const { text } = pattern.value;
  const group = textOfGroup(text, Number(key.slice(1)));
  if (group === undefined) return `There is no such group in ${code(text)}: it is always empty.`;
  return group === text ? `That is ${code(text)}.` : `That is ${code(group)} in ${code(text)}.`;
}

function textOfGroup(pattern: string, number: number): string | undefined {
  if (number === 0) return pattern;
  const group = checkRegex(pattern).groups.find((one) => one.number === number);
  return group && pattern.slice(group.span.start, group.span.end);
}
