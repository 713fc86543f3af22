import type { Chunk, LineRef } from '../syntax/chunk.ts';
import type { Line } from '../syntax/line.ts';
import { pairingOf } from '../syntax/pairs.ts';
import type { Run } from './run.ts';

/**
 * The innermost condition around each of some lines that is not known to hold. One walk along the tags, as reading goes:
 * from each line outwards would be a walk through the file for each.
 */
export function unsureConditions(runs: readonly Run[], refs: readonly LineRef[]): ReadonlyMap<Line, LineRef> {
  const found = new Map<Line, LineRef>();
  if (refs.length === 0) return found;
  const chunks = new Set(refs.map((ref) => ref.chunk));
  const lines = new Set(refs.map(lineOf));
  /** For each section that is open the innermost such condition. */
  const open: (LineRef | undefined)[] = [];
  for (const run of runs) {
    for (const index of linesToWalk(run, chunks)) {
      const ref = { chunk: run.chunk, index };
      const line = lineOf(ref);
      const around = open.at(-1);
      if (around && lines.has(line)) found.set(line, around);
      if (line.form === 'open') open.push(run.conditions.get(index) === 'maybe' ? ref : around);
      if (line.form === 'close') open.length -= pairingOf(run.pairs, run.chunk, index).pops;
    }
  }
  return found;
}

/** All lines of a run whose chunk is wanted; of any other the tags that open or close what lies beyond the chunk. */
function linesToWalk({ chunk, from, end }: Run, wanted: ReadonlySet<Chunk>): readonly number[] {
  if (wanted.has(chunk)) return Array.from({ length: end - from }, (_, i) => from + i);
  const beyond = chunk.tags.rest.filter((tag) => tag.overtaken === undefined).map((tag) => tag.id);
  return beyond.filter((index) => from <= index && index < end);
}

function lineOf({ chunk, index }: LineRef): Line {
  return chunk.lines[index] as Line;
}
