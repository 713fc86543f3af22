import type { Answer, Ask } from '../base/ask.ts';
import type { Mapped } from '../base/mapped.ts';
import type { Truth } from '../base/truth.ts';
import { splitWords } from '../kinds/words.ts';
import type { Chunk } from '../syntax/chunk.ts';
import { expandedHeader, nameSpan, textOf, type Header, type Line } from '../syntax/line.ts';
import { pairingOf, type ChunkPairs, type Pairing } from '../syntax/pairs.ts';
import { recording, type Telling } from './answers.ts';
import { expand } from './expand.ts';
import { leave, type Place } from './place.ts';
import { READ_TIME } from './readTime.ts';
import { openSection } from './sections.ts';

/** A chunk as it was read in one place of the configuration: the first phase of httpd (httpd-config 0.1). */
export interface Run {
  readonly chunk: Chunk;
  readonly pairs: ChunkPairs;
  readonly entry: Place;
  readonly exit: Place;
  /** What reading wanted to know, and what it was told. */
  readonly asked: ReadonlyMap<string, Answer>;
  /** What it adds for the lines behind it. */
  readonly told: ReadonlyMap<string, Answer>;
  /** The place of each line; for a closing tag, the one inside. */
  readonly places: readonly Place[];
  /** The texts that hold a variable, expanded. */
  readonly expanded: ReadonlyMap<number, Mapped>;
  /** Whether a condition holds, for the opening tags of conditions. */
  readonly conditions: ReadonlyMap<number, Truth>;
}

/** The line after variables were expanded. */
export interface ReadLine extends Header {
  readonly text: Mapped;
}

interface Reading extends Telling {
  place: Place;
  readonly expanded: Map<number, Mapped>;
  readonly conditions: Map<number, Truth>;
}

export function readChunk(chunk: Chunk, pairs: ChunkPairs, entry: Place, world: Ask): Run {
  const { ask: record, asked } = recording(world);
  const told = new Map<string, Answer>();
  const ask: Ask = (key) => (told.has(key) ? told.get(key) : record(key));
  const tell: Telling['tell'] = (key, answer) => void told.set(key, answer);
  const reading: Reading = { place: entry, ask, tell, expanded: new Map(), conditions: new Map() };
  const places = chunk.lines.map((line, index) => {
    const { place } = reading;
    if (line.form === 'close') reading.place = leave(place, pairingOf(pairs, chunk, index).pops);
    else if (line.form === 'open') readTag(line, index, pairingOf(pairs, chunk, index), reading);
    else if (line.form === 'directive' && isRead(place)) readDirective(line, index, reading);
    return place;
  });
  const { place: exit, expanded, conditions } = reading;
  return { chunk, pairs, entry, exit, asked, told, places, expanded, conditions };
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
  if (!line.variable && !READ_TIME.has(line.key)) return;
  const { key, text } = expandLine(line, index, reading);
  const words = splitWords(text, nameSpan(text.text).end, text.text.length);
  READ_TIME.get(key)?.(words, reading.place.truth, reading);
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
