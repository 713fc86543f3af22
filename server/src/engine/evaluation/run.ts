import type { Answer, Ask } from '../base/ask.ts';
import type { Mapped } from '../base/mapped.ts';
import type { Truth } from '../base/truth.ts';
import type { Word } from '../kinds/word.ts';
import { splitWords } from '../kinds/words.ts';
import { KEYS } from '../kinds/world.ts';
import type { Chunk, LineRef } from '../syntax/chunk.ts';
import { expandedHeader, nameSpan, textOf, type Header, type Line } from '../syntax/line.ts';
import { pairingOf, type ChunkPairs, type Pairing } from '../syntax/pairs.ts';
import { recording, type Telling } from './answers.ts';
import { expand } from './expand.ts';
import { findIncluded, type Included } from './includes.ts';
import { leave, type Place } from './place.ts';
import { INCLUDES, READ_TIME } from './readTime.ts';
import { openSection } from './sections.ts';

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
  /** What the Include at its end brings in. */
  readonly included?: Included;
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
export interface RunStart extends Pick<Run, 'uri' | 'chunk' | 'pairs' | 'from' | 'entry'> {
  readonly world: Ask;
}

interface Reading extends Telling {
  place: Place;
  included?: Included;
  readonly expanded: Map<number, Mapped>;
  readonly conditions: Map<number, Truth>;
}

export function readRun({ uri, chunk, pairs, from, entry, world }: RunStart): Run {
  const { ask: record, asked } = recording(world);
  const told = new Map<string, Answer>();
  const ask: Ask = (key) => (told.has(key) ? told.get(key) : record(key));
  const tell: Telling['tell'] = (key, answer) => void told.set(key, answer);
  const reading: Reading = { place: entry, ask, tell, expanded: new Map(), conditions: new Map() };
  const places: Place[] = [];
  let end = from;
  while (end < chunk.lines.length && !reading.included) {
    places.push(reading.place);
    readLine(chunk, end, pairs, reading);
    end += 1;
  }
  const { place: exit, expanded, conditions, included } = reading;
  const run = { uri, chunk, pairs, from, end, entry, exit, asked, told, places, expanded, conditions };
  return included ? { ...run, included } : run;
}

function readLine(chunk: Chunk, index: number, pairs: ChunkPairs, reading: Reading): void {
  const line = chunk.lines[index] as Line;
  if (line.form === 'close') reading.place = leave(reading.place, pairingOf(pairs, chunk, index).pops);
  else if (line.form === 'open') readTag(line, index, pairingOf(pairs, chunk, index), reading);
  else if (line.form === 'directive' && isRead(reading.place)) readDirective(line, index, reading);
}

function isRead(place: Place): boolean {
  return place.truth !== 'no' && !place.text;
}

function readTag(line: Line, index: number, pairing: Pairing, reading: Reading): void {
  const { place, ask, tell, conditions } = reading;
  const { key, text } = isRead(place) ? expandLine(line, index, reading) : { key: line.key, text: textOf(line) };
  const opened = openSection({ key, text, pairing, place, ask, tell });
  if (opened.condition) conditions.set(index, opened.condition);
  reading.place = opened.place;
}

function readDirective(line: Line, index: number, reading: Reading): void {
  if (!line.variable && !READ_TIME.has(line.key) && !INCLUDES.has(line.key)) return;
  const { key, text } = expandLine(line, index, reading);
  const words = splitWords(text, nameSpan(text.text).end, text.text.length);
  READ_TIME.get(key)?.(words, reading.place.truth, reading);
  if (INCLUDES.has(key)) reading.included = include(key, words, reading);
}

/** Finds what an Include brings in. What could not be read may have held anything. */
function include(key: string, words: readonly Word[], { ask, tell }: Reading): Included {
  const [name] = words;
  if (!name || words.length > 1 || name.value.text === '') return { files: [] };
  const included: Included = name.hole ? { files: [], fault: 'unknown' } : findIncluded(ask, name.value.text);
  const isHarmless = key === 'includeoptional' && included.fault !== 'unknown' && included.fault !== 'unreadable';
  if (included.fault && !isHarmless) tell(KEYS.open, 'yes');
  return included;
}

/** Expands the variables of a line that is read, and keeps the text. */
function expandLine(line: Line, index: number, reading: Reading): ReadLine {
  if (!line.variable) return { form: line.form, key: line.key, text: textOf(line) };
  const text = expand(textOf(line), reading);
  reading.expanded.set(index, text);
  return { ...expandedHeader(text.text), text };
}

/** A line as reading left it: its text with variables expanded, and what it then is. */
export function readLineOf(run: Run, index: number): ReadLine {
  const line = run.chunk.lines[index] as Line;
  const expanded = run.expanded.get(index);
  if (!expanded) return { form: line.form, key: line.key, text: textOf(line) };
  return { ...expandedHeader(expanded.text), text: expanded };
}
