import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Fact } from '../evaluation/finding.ts';
import { unsureConditions } from '../evaluation/unsure.ts';
import { textOf, type Line } from '../syntax/line.ts';

/** The opening tags on which it depends whether the lines of some facts are read, as far as they are known. */
export type TagsAround = (facts: readonly Fact[]) => readonly string[];

/** The tags around the lines of `unsure`, or of some of them. */
export function tagsAround({ runs }: Evaluation, unsure: readonly Fact[]): TagsAround {
  const conditions = unsureConditions(
    runs,
    unsure.map(({ ref }) => ref),
  );
  return (facts) => {
    const around = facts.flatMap(({ ref }) => conditions.get(lineOf(ref)) ?? []);
    return [...new Set(around.map((ref) => textOf(lineOf(ref)).text.trim()))];
  };
}

/** Whether the line of a fact is surely read. */
export function isRead({ place }: Fact): boolean {
  return place.truth === 'yes';
}

function lineOf({ chunk, index }: Fact['ref']): Line {
  return chunk.lines[index] as Line;
}
