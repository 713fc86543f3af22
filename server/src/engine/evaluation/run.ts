import type { Answer, Ask } from '../base/ask.ts';
import type { Mapped } from '../base/mapped.ts';
import type { Truth } from '../base/truth.ts';
import { KEYS } from '../kinds/world.ts';
import type { Chunk, LineRef } from '../syntax/chunk.ts';
import { expandedHeader, textOf, type Header, type Line } from '../syntax/line.ts';
import { pairingOf, type ChunkPairs } from '../syntax/pairs.ts';
import { recording } from './answers.ts';
import { framesOf, textOfFrames } from './frame.ts';
import type { Included } from './includes.ts';
import type { Load } from './load.ts';
import type { Place } from './place.ts';
import {
  beginReading,
  endReading,
  readText,
  type MacroUse,
  type Reading,
  type TextRead,
  type Unread,
} from './reading.ts';
import { readUsedLines, type UsedLine } from './usedLines.ts';

/**
 * Lines of a chunk as they were read in one place of the configuration: the first phase of httpd (httpd-config 0.1). A
 * run ends at the end of the chunk, or behind an Include: what that brings in is read before the rest.
 */
export interface Run {
  /** Of the file that the chunk is part of. */
  readonly uri: string;
  readonly chunk: Chunk;
  readonly pairs: ChunkPairs;
  /** The first line, and the one behind the last. */
  readonly from: number;
  readonly end: number;
  readonly entry: Place;
  readonly exit: Place;
  /** What reading wanted to know, and what it was told. */
  readonly asked: ReadonlyMap<string, Answer>;
  /** What it adds for the lines behind it. */
  readonly told: ReadonlyMap<string, Answer>;
  /** The place of each line from the first one on; for a closing tag, the one inside. */
  readonly places: readonly Place[];
  /** The texts that hold a variable, expanded; by line. */
  readonly expanded: ReadonlyMap<number, Mapped>;
  /** Whether a condition holds, for the opening tags of conditions. */
  readonly conditions: ReadonlyMap<number, Truth>;
  /** Macros that end here, as answers, with the line of the closing tag. */
  readonly macros: ReadonlyMap<string, number>;
  /** What lines with Use or UndefMacro come to, by line. */
  readonly uses: ReadonlyMap<number, MacroUse>;
  /** The lines that macros made, by the line that uses them: of a run that resumes, also the one before its first. */
  readonly used: ReadonlyMap<number, readonly UsedLine[]>;
  /** What lines that load a module met, by line. */
  readonly loads: ReadonlyMap<number, Load>;
  /** What the Include at its end brings in. */
  readonly included?: Included;
  /** Where that stands in a macro: what is left of the macro, for the run behind what is included (`frame.ts`). */
  readonly rest?: string;
  /** What was left by the run before it. */
  readonly resumes: string | undefined;
  /** The first line after which more may have been read than is known. */
  readonly opens?: number;
}

/** Whether a line was read in a run. */
export function holdsLine({ chunk, from, end }: Run, ref: LineRef): boolean {
  return chunk === ref.chunk && from <= ref.index && ref.index < end;
}

/** The line after variables were expanded. */
export interface ReadLine extends Header {
  readonly text: Mapped;
}

/** What a run is made from. */
export interface RunStart extends Pick<Run, 'uri' | 'chunk' | 'pairs' | 'from' | 'entry' | 'resumes'> {
  readonly world: Ask;
}

export function readRun({ uri, chunk, pairs, from, entry, resumes, world }: RunStart): Run {
  const { ask: record, asked } = recording(world);
  const told = new Map<string, Answer>();
  const ask: Ask = (key) => (told.has(key) ? told.get(key) : record(key));
  const frames = resumes === undefined ? [] : framesOf(resumes);
  const reading = beginReading(entry, ask, (key, answer) => void told.set(key, answer), frames);
  const lines = {
    places: [] as Place[],
    expanded: new Map(),
    conditions: new Map(),
    macros: new Map(),
    uses: new Map(),
    used: new Map(),
    loads: new Map(),
  } satisfies LinesRead;
  let end = from;
  keepUsed(lines, from - 1, reading);
  let opens = told.has(KEYS.open) ? from - 1 : undefined;
  while (end < chunk.lines.length && !reading.included) {
    lines.places.push(reading.place);
    keep(lines, end, readText(unreadLine(chunk, end, pairs, reading.place), reading));
    keepUsed(lines, end, reading);
    if (told.has(KEYS.open)) opens ??= end;
    end += 1;
  }
  endReading(reading);
  const { place: exit, included } = reading;
  const run = { uri, chunk, pairs, from, end, entry, exit, resumes, asked, told, ...lines };
  const rest = frames.length > 0 ? { rest: textOfFrames(frames) } : {};
  return { ...run, ...rest, ...(included && { included }), ...(opens !== undefined && { opens }) };
}

interface LinesRead {
  readonly places: Place[];
  readonly expanded: Map<number, Mapped>;
  readonly conditions: Map<number, Truth>;
  readonly macros: Map<string, number>;
  readonly uses: Map<number, MacroUse>;
  readonly used: Map<number, readonly UsedLine[]>;
  readonly loads: Map<number, Load>;
}

function keep({ expanded, conditions, macros, uses, loads }: LinesRead, index: number, read: TextRead): void {
  const { text, condition, macro, use, load } = read;
  if (text) expanded.set(index, text);
  if (condition) conditions.set(index, condition);
  if (macro !== undefined) macros.set(macro, index);
  if (use) uses.set(index, use);
  if (load) loads.set(index, load);
}

function keepUsed({ used }: LinesRead, index: number, reading: Reading): void {
  const made = readUsedLines(reading);
  if (made.length > 0) used.set(index, made);
}

/**
 * A line of a file; its tags have the partners that the file gives them. One without partner may close what a macro has
 * opened.
 */
function unreadLine(chunk: Chunk, index: number, pairs: ChunkPairs, place: Place): Unread {
  const line = chunk.lines[index] as Line;
  const pairing = pairingOf(pairs, chunk, index);
  const { form, key, variable } = line;
  const closesMacros = form === 'close' && pairing.kind === 'none' && place.section === `<${key.slice(2)}`;
  return { form, key, variable, pairing, pops: closesMacros ? 1 : pairing.pops, text: () => textOf(line) };
}

/** A line as reading left it: its text with variables expanded, and what it then is. */
export function readLineOf(run: Run, index: number): ReadLine {
  const line = run.chunk.lines[index] as Line;
  const expanded = run.expanded.get(index);
  if (!expanded) return { form: line.form, key: line.key, text: textOf(line) };
  return { ...expandedHeader(expanded.text), text: expanded };
}
