import type { Truth } from '../base/truth.ts';
import type { LineRef } from '../syntax/chunk.ts';
import type { Pairing } from '../syntax/pairs.ts';
import { pairingOf } from '../syntax/pairs.ts';
import { lexLines, type Line } from '../syntax/line.ts';
import type { Included } from './includes.ts';
import type { Load } from './load.ts';
import type { Place } from './place.ts';
import type { MacroUse } from './reading.ts';
import { readLineOf, type ReadLine, type Run } from './run.ts';
import type { UsedLine } from './usedLines.ts';

/** One line as reading saw it, made on demand. */
export interface Step {
  /** Of the file that the line is in. */
  readonly uri: string;
  readonly ref: LineRef;
  /** The line as it is written. */
  readonly source: Line;
  /** The line with its variables expanded. */
  readonly line: ReadLine;
  readonly place: Place;
  /** A macro made it, in place of the line that uses the macro. */
  readonly fromMacro?: true;
  /** Of an Include that is read: what it brings in. */
  readonly included?: Included;
  /** Of a line with Use or UndefMacro that is read. */
  readonly use?: MacroUse;
  /** Of a line that loads a module. */
  readonly load?: Load;
  /** Of an opening tag of a condition that was decided. */
  readonly condition?: Truth;
  /** Of a tag. */
  readonly pairing?: Pairing;
  /** Of a closing tag: name of a section that begins inside its own and ends behind it. */
  readonly crosses?: string;
}

export function stepOf(run: Run, index: number): Step {
  const { chunk, pairs } = run;
  const source = chunk.lines[index] as Line;
  const condition = run.conditions.get(index);
  const use = run.uses.get(index);
  const load = run.loads.get(index);
  const crosses = pairs.crosses.get(index);
  const isTag = source.form === 'open' || source.form === 'close';
  return {
    uri: run.uri,
    ref: { chunk, index },
    source,
    line: readLineOf(run, index),
    // Where a run resumes a macro, the line that uses it belongs to the run before.
    place: run.places[index - run.from] ?? run.entry,
    ...(run.included && index === run.end - 1 && !run.used.has(index) && { included: run.included }),
    ...(condition && { condition }),
    ...(use && { use }),
    ...(load && { load }),
    ...(isTag && { pairing: pairingOf(pairs, chunk, index) }),
    ...(crosses !== undefined && { crosses }),
  };
}

/** A line that a macro made, as it stands in place of the line that uses the macro. */
export function usedStep(run: Run, index: number, used: UsedLine): Step {
  const { written, form, key, text, place, condition, use, load, included } = used;
  const source = lexLines(written)[0];
  return {
    uri: run.uri,
    ref: { chunk: run.chunk, index },
    source: source ?? (run.chunk.lines[index] as Line),
    line: { form, key, text },
    place,
    fromMacro: true,
    ...(condition && { condition }),
    ...(use && { use }),
    ...(load && { load }),
    ...(included && { included }),
    ...((form === 'open' || form === 'close') && { pairing: { kind: 'exact', pops: 0 } }),
  };
}
