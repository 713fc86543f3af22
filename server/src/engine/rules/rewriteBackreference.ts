import type { Fact } from '../evaluation/finding.ts';
import { replaceInLine } from './edits.ts';
import { capturesIn, groupsOf, isMissing, type Capture } from './rewriteCaptures.ts';
import { NONE, REWRITE_REFERENCE, rewriteFacts } from './rewriteFacts.ts';
import { isWholeReading, rewriteSets, SET_TOPICS, type RewriteLine, type RewriteSet } from './rewriteSets.ts';
import type { FixContext, FoundAt, Rule } from './rule.ts';

/** `$n` is a group of the pattern of the rule, `%n` one of the last condition that has matched (httpd-config 8.2). */
export const rewriteBackreference: Rule = {
  code: 'rewrite-backreference',
  keys: ['rewriterule', 'rewritecond', 'include', 'includeoptional', 'use'],
  facts: rewriteFacts,
  needs: [REWRITE_REFERENCE],
  reads: SET_TOPICS,
  whole: (facts, ask) => rewriteSets(facts, isWholeReading(facts, ask)).flatMap(missingIn),
  fixes(context) {
    if (!isPercentCode(written(context))) return [];
    const { start } = context.span;
    const edits = [replaceInLine(context, { start, end: start }, '\\')];
    return [{ title: `Write \\${written(context)}`, safe: false, preferred: true, edits }];
  },
};

/** The reference in the line, and the character behind it. */
function written({ step, span }: FixContext): string {
  return step.source.raw.slice(span.start, span.end + 1);
}

/** `%20`, which people write for a blank. */
function isPercentCode(text: string): boolean {
  return /^%\d[\da-f]$/i.test(text);
}

function missingIn(set: RewriteSet): FoundAt[] {
  const { rule, conditions, isSure } = set;
  if (!rule) return [];
  const lines = isSure ? [...conditions, rule] : [rule];
  if (lines.every(({ references }) => references.length === 0)) return [];
  const captures = isSure ? capturesIn(set) : [];
  return lines.flatMap((line, index) =>
    line.references.flatMap((reference) => missing(reference, line, rule, captures[index]) ?? []),
  );
}

/** What is wrong with a reference; without captures it is not known what `%1` refers to. */
function missing(
  reference: Fact,
  line: RewriteLine,
  rule: RewriteLine,
  captures: readonly Capture[] | undefined,
): FoundAt | undefined {
  const { value, ref, place, span } = reference;
  const group = Number(value.charAt(1));
  const targets = value.startsWith('$') ? [rule] : (captures ?? []);
  if (targets.length === 0 || targets.length > MOST || !targets.every((target) => isMissing(group, target)))
    return undefined;
  const patterns = targets.filter((target) => target && groupsOf(target) !== NONE);
  const related = patterns.flatMap((target) =>
    target && target !== line
      ? [{ ref: target.fact.ref, span: target.fact.span, message: 'It refers to this one.' }]
      : [],
  );
  const text = value.startsWith('$') ? inRule(value, rule) : inCondition(value, patterns);
  return { ref, place, span, ...text, ...(related.length > 0 && { related }) };
}

/** Nobody writes more alternatives; each of them would be looked at for each reference. */
const MOST = 50;

type Words = Pick<FoundAt, 'message' | 'why'>;

function inRule(value: string, rule: RewriteLine): Words {
  const reference = `\`${value.slice(0, 2)}\``;
  const groups = groupsOf(rule);
  const why = `httpd puts nothing in the place of ${reference}.`;
  if (groups === NONE)
    return { message: `${reference} is always empty: behind a \`!\`, the pattern of the rule finds nothing.`, why };
  return { message: `The pattern of the rule has ${counted(groups)}, so there is no ${reference}.`, why };
}

function inCondition(value: string, patterns: readonly Capture[]): Words {
  const reference = `\`${value.slice(0, 2)}\``;
  const why = `httpd puts nothing in the place of ${reference}.`;
  if (isPercentCode(value)) {
    const message = `${reference} in \`${value}\` is a group of a \`RewriteCond\`, and there is none.`;
    return { message, why: `${why} A \`\\\` in front of the \`%\` keeps it.` };
  }
  const [first, ...others] = patterns;
  if (!first) return { message: `${reference} is always empty: no \`RewriteCond\` before it finds something.`, why };
  const message =
    others.length > 0
      ? `None of the conditions that ${reference} may refer to has that many groups.`
      : `The condition that ${reference} refers to has ${counted(groupsOf(first))}.`;
  return { message, why };
}

function counted(groups: ReturnType<typeof groupsOf>): string {
  if (groups === 0) return 'no group';
  return groups === 1 ? 'one group only' : `${String(groups)} groups only`;
}
