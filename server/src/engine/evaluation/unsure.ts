import type { Chunk, LineRef } from '../syntax/chunk.ts';
import type { Line } from '../syntax/line.ts';
import type { Place } from './place.ts';
import type { Run } from './run.ts';

/**
 * The innermost condition around each of some lines that is not known to hold. One walk along the conditions, in the
 * order of reading: from each line outwards would be a walk through the file for each.
 */
export function unsureConditions(runs: readonly Run[], refs: readonly LineRef[]): ReadonlyMap<Line, LineRef> {
  const found = new Map<Line, LineRef>();
  if (refs.length === 0) return found;
  const wanted = indexesByChunk(refs);
  /** The last condition by which each place was entered. */
  const entered = new Map<Place, LineRef>();
  for (const run of runs) {
    const { chunk, from, places, exit } = run;
    const lines = wanted.get(chunk);
    for (const index of lines ? places.map((_, i) => from + i) : run.conditions.keys()) {
      const around = lines?.has(index) ? conditionAround(places[index - from], entered) : undefined;
      if (around) found.set(chunk.lines[index] as Line, around);
      if (run.conditions.get(index) === 'maybe') entered.set(places[index - from + 1] ?? exit, { chunk, index });
    }
  }
  return found;
}

function indexesByChunk(refs: readonly LineRef[]): ReadonlyMap<Chunk, ReadonlySet<number>> {
  const indexes = new Map<Chunk, Set<number>>();
  for (const { chunk, index } of refs) {
    const known = indexes.get(chunk);
    if (known) known.add(index);
    else indexes.set(chunk, new Set([index]));
  }
  return indexes;
}

function conditionAround(place: Place | undefined, entered: ReadonlyMap<Place, LineRef>): LineRef | undefined {
  for (let at = place; at; at = at.parent) {
    const condition = entered.get(at);
    if (condition) return condition;
  }
  return undefined;
}
