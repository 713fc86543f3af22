import type { Evaluation } from '../../server/src/engine/engine.ts';

/** What a change has cost: all that was made anew. */
export interface Work {
  /** Lines. */
  readonly lexed: number;
  readonly read: number;
  readonly judged: number;
  /** Files of which something was judged as a whole. */
  readonly files: number;
  /** Rules that went through facts of everything that is read. */
  readonly rules: readonly string[];
}

export function workOf(before: Evaluation, after: Evaluation): Work {
  const linesOf = ({ files }: Evaluation) =>
    [...files.values()].flatMap(({ file }) => file.chunks.flatMap((chunk) => chunk.lines));
  const runs = added(before.runs, after.runs);
  const judged = added(before.judged, after.judged);
  return {
    lexed: added(linesOf(before), linesOf(after)).length,
    read: sum(runs.map(({ places }) => places.length)),
    judged: sum(judged.map(({ run }) => run.places.length)),
    files: added(before.inclusions, after.inclusions).length,
    rules: added(before.conclusions, after.conclusions).map(({ code }) => code),
  };
}

function added<T>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Set(before);
  return after.filter((one) => !known.has(one));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
