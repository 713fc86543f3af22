import { MARKS, NONE, UNKNOWN } from './rewriteFacts.ts';
import type { RewriteLine, RewriteSet } from './rewriteSets.ts';

/** A line whose pattern `%1` may refer to; undefined where no condition has matched yet. */
export type Capture = RewriteLine | undefined;

/**
 * What `%1` may refer to in each condition of a set, and behind the last one, in its rule: the last condition that has
 * matched, and has a pattern without `!`. Of conditions that are joined by OR, any may be the one that has matched
 * (modules/mappers/mod_rewrite.c, `apply_rewrite_rule`).
 */
export function capturesIn({ conditions }: RewriteSet): readonly (readonly Capture[])[] {
  let before: readonly Capture[] = [undefined];
  let joined = new Set<Capture>();
  const captures = conditions.map((condition) => {
    const here = before;
    if (groupsOf(condition) !== NONE) joined.add(condition);
    else if (!joined.has(here[0])) for (const one of here) joined.add(one);
    if (isJoined(condition)) return here;
    before = [...joined];
    joined = new Set();
    return here;
  });
  // An OR on the last condition lets the rule run although none of them has matched.
  return [...captures, joined.size > 0 ? [...new Set([...joined, ...before])] : before];
}

function isJoined({ fact }: RewriteLine): boolean {
  return fact.value.includes(MARKS.or);
}

/** The number of groups in the pattern of a line, `NONE` or `UNKNOWN`. */
export function groupsOf({ fact: { value } }: RewriteLine): number | typeof NONE | typeof UNKNOWN {
  if (value.startsWith(NONE)) return NONE;
  return value.startsWith(UNKNOWN) ? UNKNOWN : parseInt(value, 10);
}

/** Whether a group is surely not there. */
export function isMissing(group: number, line: Capture): boolean {
  const groups = line ? groupsOf(line) : NONE;
  return groups === NONE || (groups !== UNKNOWN && group > groups);
}
