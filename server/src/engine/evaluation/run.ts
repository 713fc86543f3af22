import type { Answer, Ask } from '../base/ask.ts';
import type { Mapped } from '../base/mapped.ts';
import type { Truth } from '../base/truth.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { splitWords } from '../kinds/words.ts';
import { macroKey } from '../kinds/world.ts';
import type { Chunk } from '../syntax/chunk.ts';
import { expandedHeader, nameSpan, textOf, type Header, type Line } from '../syntax/line.ts';
import { isClosed, pairingOf, type ChunkPairs, type Pairing } from '../syntax/pairs.ts';
import { hasTextBody, runsToEnd } from '../syntax/tags.ts';
import { recording } from './answers.ts';
import { conditionHolds, isCondition } from './conditions.ts';
import { expand } from './expand.ts';
import { conditionWord, sectionHeader } from './header.ts';
import { enterPlace, leave, type Place } from './place.ts';
import { READ_TIME, TAG_TELLS } from './readTime.ts';

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

interface Reading {
  place: Place;
  readonly ask: Ask;
  readonly told: Map<string, Answer>;
  readonly expanded: Map<number, Mapped>;
  readonly conditions: Map<number, Truth>;
}

export function readChunk(chunk: Chunk, pairs: ChunkPairs, entry: Place, world: Ask): Run {
  const { ask: record, asked } = recording(world);
  const told = new Map<string, Answer>();
  const ask: Ask = (key) => (told.has(key) ? told.get(key) : record(key));
  const reading: Reading = { place: entry, ask, told, expanded: new Map(), conditions: new Map() };
  const places = chunk.lines.map((line, index) => {
    const { place } = reading;
    readLine(line, index, chunk, pairs, reading);
    return place;
  });
  const { place: exit, expanded, conditions } = reading;
  return { chunk, pairs, entry, exit, asked, told, places, expanded, conditions };
}

function readLine(line: Line, index: number, chunk: Chunk, pairs: ChunkPairs, reading: Reading): void {
  if (line.form === 'blank' || line.form === 'comment') return;
  const { place } = reading;
  if (line.form === 'close') {
    reading.place = leave(place, pairingOf(pairs, chunk, index).pops);
    return;
  }
  const read = place.truth !== 'no' && !place.text;
  if (line.variable && read) reading.expanded.set(index, expand(textOf(line), reading.ask));
  if (line.form === 'open') reading.place = openSection(line, index, pairingOf(pairs, chunk, index), reading);
  else if (read) readDirective(line, reading.expanded.get(index), reading);
}

/**
 * Where the lines of a section stand. A section without end is entered too, so that the levels fit; only a tree
 * section leaves it open which lines are meant to be in it.
 */
function openSection(line: Line, index: number, pairing: Pairing, reading: Reading): Place {
  const { place } = reading;
  const closed = isClosed(pairing);
  const { key } = reading.expanded.has(index) ? expandedHeader(reading.expanded.get(index)?.text ?? '') : line;
  const transparent = { section: key, transparent: true, truth: 'yes' as const };
  if (hasTextBody(key.slice(1))) {
    if (key === '<macro') tellMacro(reading.expanded.get(index) ?? textOf(line), pairing, reading);
    return enterPlace(place, { ...transparent, section: textSection(key), text: closed || runsToEnd(key.slice(1)) });
  }
  if (isCondition(key)) {
    if (place.truth === 'no' || place.text) return enterPlace(place, transparent);
    const truth = condition(key, reading.expanded.get(index) ?? textOf(line), reading.ask);
    reading.conditions.set(index, truth);
    return enterPlace(place, closed ? { ...transparent, truth } : { ...transparent, endless: truth });
  }
  tellTag(key, reading.expanded.get(index) ?? line, reading);
  if (!entryOf(key)) return enterPlace(place, { ...transparent, section: '<' });
  return enterPlace(place, { section: key, transparent: false, truth: 'yes', ...(!closed && { endless: 'yes' }) });
}

function tellTag(key: string, text: Mapped | Line, reading: Reading): void {
  const tells = TAG_TELLS.get(key);
  const { ask, told, place } = reading;
  if (!tells || place.truth === 'no' || place.text) return;
  const { words } = sectionHeader('raw' in text ? textOf(text) : text);
  tells(words, place.truth, { ask, tell: (name, answer) => told.set(name, answer) });
}

function tellMacro(text: Mapped, { ragged }: Pairing, { place, told }: Reading): void {
  const [name] = sectionHeader(text).words;
  if (!name || name.hole || place.truth === 'no' || place.text) return;
  told.set(macroKey(name.value.text), ragged || place.truth === 'maybe' ? 'ragged' : 'even');
}

/** Places hold only names of the catalogue. */
function textSection(key: string): string {
  return entryOf(key) ? key : '<';
}

function condition(key: string, text: Mapped, ask: Ask): Truth {
  const header = sectionHeader(text);
  return conditionHolds(key, header.words, conditionWord(text, header), ask);
}

function readDirective(line: Line, expanded: Mapped | undefined, reading: Reading): void {
  const key = expanded ? expandedHeader(expanded.text).key : line.key;
  const act = READ_TIME.get(key);
  if (!act) return;
  const text = expanded ?? textOf(line);
  const words = splitWords(text, nameSpan(text.text).end, text.text.length);
  const { ask, told } = reading;
  act(words, reading.place.truth, { ask, tell: (name, answer) => told.set(name, answer) });
}

/** A line as reading left it: its text with variables expanded, and what it then is. */
export function readLineOf(run: Run, index: number): ReadLine {
  const line = run.chunk.lines[index] as Line;
  const expanded = run.expanded.get(index);
  if (!expanded) return { form: line.form, key: line.key, text: textOf(line) };
  return { ...expandedHeader(expanded.text), text: expanded };
}
