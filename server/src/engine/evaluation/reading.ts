import { HOLE, type Ask } from '../base/ask.ts';
import type { Mapped } from '../base/mapped.ts';
import type { Truth } from '../base/truth.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { refusal } from '../catalogue/contexts.ts';
import type { Word } from '../kinds/word.ts';
import { splitWords } from '../kinds/words.ts';
import { KEYS, macroKey, macroPartKey, moduleLoaded } from '../kinds/world.ts';
import { expandedHeader, nameSpan, type Header } from '../syntax/line.ts';
import type { Pairing } from '../syntax/pairs.ts';
import type { Telling } from './answers.ts';
import { expand } from './expand.ts';
import { frameOf, type Frame } from './frame.ts';
import { counts, findIncluded, type Included } from './includes.ts';
import { loadOf, type Load } from './load.ts';
import { isEven, macroOf, macroText } from './macro.ts';
import { leave, type Place } from './place.ts';
import { INCLUDES, readTimeOf } from './readTime.ts';
import { openSection } from './sections.ts';

/** The state of reading from line to line. */
export interface Reading extends Telling {
  place: Place;
  /** What the Include just read brings in. */
  included?: Included;
  /** Macros that are being read, the innermost one last. */
  readonly frames: Frame[];
  /** Lines of the macro that is being read, as far as they were met in this reading. */
  macro: string[];
}

/** Lines that macros may make in all: macros of macros grow without measure. */
const MOST_LINES = 100_000;
/** How many macros may be in use at once. */
const DEEPEST = 128;

export function beginReading(place: Place, ask: Ask, tell: Telling['tell'], frames: Frame[]): Reading {
  return { place, ask, tell, frames, macro: [] };
}

/** Leaves the lines of a macro that has not ended to the next reading. */
export function endReading({ ask, tell, macro }: Reading): void {
  if (macro.length === 0) return;
  const parts = Number(ask(KEYS.macroParts) ?? 0);
  tell(macroPartKey(parts), macro.join('\n'));
  tell(KEYS.macroParts, String(parts + 1));
}

/** A line before its variables are expanded. */
export interface Unread extends Header {
  readonly variable: boolean;
  readonly pairing: Pairing;
  /** Levels that a closing tag leaves. */
  readonly pops: number;
  readonly text: () => Mapped;
}

/** What came of a line. */
export interface TextRead {
  /** Where variables were expanded. */
  readonly text?: Mapped;
  /** Of the opening tag of a condition. */
  readonly condition?: Truth;
  /** Of the end of a macro: the macro as an answer. */
  readonly macro?: string;
  /** Of a line that uses a macro, or forgets one. */
  readonly use?: MacroUse;
  /** Of a line that loads a module. */
  readonly load?: Load;
}

/** What a line with Use, or UndefMacro, comes to. */
export interface MacroUse {
  /**
   * `unknown`: no macro of this name; `count`: another number of arguments; `recursive`: the macro is being used; `long`:
   * httpd has no room for a line with the values in it.
   */
  readonly fault?: 'unknown' | 'count' | 'recursive' | 'long';
  /** Names of the parameters of the macro. */
  readonly parameters?: readonly string[];
}

/** Reads a line: where the next one stands, and what it tells. */
export function readText(line: Unread, reading: Reading): TextRead {
  const macro = collect(line, reading);
  if (line.form === 'close') {
    reading.place = leave(reading.place, line.pops);
    return macro === undefined ? {} : { macro };
  }
  if (line.form === 'open') return readTag(line, reading);
  return line.form === 'directive' && isRead(reading.place) ? readDirective(line, reading) : {};
}

function isRead(place: Place): boolean {
  return place.truth !== 'no' && !place.text;
}

/** Keeps the lines of a macro, and makes it known at its end. */
function collect(line: Unread, reading: Reading): string | undefined {
  const head = reading.ask(KEYS.macroHead);
  if (head === undefined || line.form === 'blank' || line.form === 'comment') return undefined;
  if (line.form !== 'close' || leave(reading.place, line.pops).text) {
    reading.macro.push(line.text().text);
    return undefined;
  }
  const [name = '', ...parameters] = head.split(' ');
  const macro = macroText({ parameters, lines: collected(reading) });
  reading.tell(KEYS.macroHead, undefined);
  reading.tell(macroKey(name), macro);
  return macro;
}

/** Takes the lines of the macro that ends here. */
function collected(reading: Reading): string[] {
  const { ask, tell, macro } = reading;
  const parts = Array.from({ length: Number(ask(KEYS.macroParts) ?? 0) }, (_, part) => macroPartKey(part));
  const before = parts.map((key) => ask(key) ?? '');
  for (const key of parts) tell(key, undefined);
  if (parts.length > 0) tell(KEYS.macroParts, undefined);
  reading.macro = [];
  return [...before, ...macro];
}

function readTag(line: Unread, reading: Reading): TextRead {
  const { place, ask, tell } = reading;
  const { key, text, expanded } = isRead(place) ? expandLine(line, reading) : { key: line.key, text: line.text() };
  const { place: inside, condition } = openSection({ key, text, pairing: line.pairing, place, ask, tell });
  reading.place = inside;
  return { ...(expanded && { text: expanded }), ...(condition && { condition }) };
}

function readDirective(line: Unread, reading: Reading): TextRead {
  if (!line.variable && !readTimeOf(line.key) && !INCLUDES.has(line.key) && !MACRO_LINES.has(line.key)) return {};
  const { key, text, expanded } = expandLine(line, reading);
  const acted = isRefused(key, reading.place) ? {} : act(key, text, reading);
  return { ...(expanded && { text: expanded }), ...acted };
}

/** What a directive does while it is read. */
function act(key: string, text: Mapped, reading: Reading): TextRead {
  const words = splitWords(text, nameSpan(text.text).end, text.text.length);
  const load = loadOf(key, words, reading.ask);
  readTimeOf(key)?.(words, reading.place.truth, reading);
  if (INCLUDES.has(key)) reading.included = include(key, words, reading);
  const use = macroLine(key, reading)?.(words, reading);
  return { ...(use && { use }), ...(load && { load }) };
}

/** In a `.htaccess` httpd runs no directive that is not allowed there, not even one that acts while it is read. */
function isRefused(key: string, { htaccess, offers }: Place): boolean {
  const entry = htaccess ? entryOf(key) : undefined;
  return entry !== undefined && offers.every((offer) => refusal(entry, undefined, offer) !== undefined);
}

/** What a line of macros does; httpd passes over it where the module is not loaded by then. */
function macroLine(key: string, { ask }: Reading): ReturnType<(typeof MACRO_LINES)['get']> {
  const act = MACRO_LINES.get(key);
  return act && moduleLoaded(ask, MACRO_MODULE) !== 'no' ? act : undefined;
}

interface Expanded extends Header {
  readonly text: Mapped;
  /** The same, where there was a variable. */
  readonly expanded?: Mapped;
}

function expandLine(line: Unread, reading: Reading): Expanded {
  if (!line.variable) return { form: line.form, key: line.key, text: line.text() };
  const text = expand(line.text(), reading);
  return { ...expandedHeader(text.text), text, expanded: text };
}

/** Finds what an Include brings in. What could not be read may have held anything. */
function include(key: string, words: readonly Word[], { ask, tell }: Reading): Included {
  const [name] = words;
  if (!name || words.length > 1 || name.value.text === '') return { files: [], faults: [] };
  const included = findIncluded(ask, name.hole ? undefined : name.value.text);
  const { absence, faults, files } = included;
  if (faults.some(({ what }) => what === 'cycle')) tell(KEYS.cycle, 'yes');
  if (absence === 'copy' && files.length > 0) tell(KEYS.copy, 'filled');
  const isUnsure = absence === 'copy' && ask(KEYS.copy) !== 'filled';
  if (faults.some((fault) => isUnsure || counts(key, fault))) tell(KEYS.open, 'yes');
  return included;
}

/** Above its LoadModule line httpd passes over the directives of a module that act while they are read (httpd-config 3.2). */
const MACRO_MODULE = 'macro_module';

/** The directives of macros (httpd-config 3.5), by key. */
const MACRO_LINES: ReadonlyMap<string, (words: readonly Word[], reading: Reading) => MacroUse> = new Map([
  ['use', useMacro],
  ['undefmacro', undefMacro],
]);

/** Begins to read the lines of a macro. One that is not known may hold anything, and open and close sections. */
function useMacro([word, ...values]: readonly Word[], reading: Reading): MacroUse {
  const name = word && !word.hole ? word.value.text.toLowerCase() : undefined;
  if (name === undefined) return unknownMacro(false, reading);
  const macro = reading.ask(macroKey(name));
  if (macro === undefined || macro === HOLE) return unknownMacro(macro === undefined, reading);
  const { parameters, lines } = macroOf(macro);
  const fault = faultOf(name, parameters, values, reading);
  const isFollowed = !fault && canFollow(values, macro, reading);
  const texts = values.map(({ value }) => value.text);
  const frame = isFollowed ? frameOf(name, macro, texts) : undefined;
  follow(frame, lines, reading);
  return used(parameters, isFollowed && !frame ? 'long' : fault);
}

function follow(frame: Frame | undefined, lines: readonly string[], { ask, tell, frames }: Reading): void {
  if (!frame || !isEven(lines)) tell(KEYS.strayTags, 'yes');
  if (!frame) return tell(KEYS.open, 'yes');
  tell(KEYS.made, String(madeSoFar(ask) + linesIn(frame.macro)));
  frames.push(frame);
}

function used(parameters: readonly string[], fault: MacroUse['fault']): MacroUse {
  return fault ? { parameters, fault } : { parameters };
}

/** Long lines count as several. */
function linesIn(macro: string): number {
  return macroOf(macro).lines.length + Math.floor(macro.length / 100);
}

function madeSoFar(ask: Ask): number {
  return Number(ask(KEYS.made) ?? 0);
}

function canFollow(values: readonly Word[], macro: string, { ask, frames }: Reading): boolean {
  return (
    madeSoFar(ask) + linesIn(macro) <= MOST_LINES && frames.length < DEEPEST && !values.some((value) => value.hole)
  );
}

function faultOf(
  name: string,
  parameters: readonly string[],
  values: readonly Word[],
  { frames }: Reading,
): MacroUse['fault'] {
  if (frames.some((frame) => frame.name === name)) return 'recursive';
  const known = !values.some((value) => value.hole && value.quote === undefined);
  return known && parameters.length !== values.length ? 'count' : undefined;
}

/** It is surely not there where all that was read is known. */
function unknownMacro(missing: boolean, { ask, tell }: Reading): MacroUse {
  const sure = missing && ask(KEYS.open) === undefined && moduleLoaded(ask, MACRO_MODULE) === 'yes';
  if (!sure) tell(KEYS.open, 'yes');
  tell(KEYS.strayTags, 'yes');
  return sure ? { fault: 'unknown' } : {};
}

function undefMacro([word]: readonly Word[], { ask, tell, place }: Reading): MacroUse {
  if (!word || word.hole) return {};
  const key = macroKey(word.value.text);
  const sure = ask(key) === undefined && ask(KEYS.open) === undefined && moduleLoaded(ask, MACRO_MODULE) === 'yes';
  tell(key, place.truth === 'yes' ? undefined : HOLE);
  return sure ? { fault: 'unknown' } : {};
}
