import type { Ask } from '../base/ask.ts';
import { sourceSpan, touchesHole } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import type { Entry, Slot, Splitter as SplitterName } from '../catalogue/entry.ts';
import { slotAt, slotsFor } from '../catalogue/slots.ts';
import { kindOf } from '../kinds/index.ts';
import type { Part } from '../kinds/kind.ts';
import type { Word } from '../kinds/word.ts';
import { splitRaw, splitRewrite, splitWords, type Splitter } from '../kinds/words.ts';
import { nameSpan, nameWord } from '../syntax/line.ts';
import { isCondition } from './conditions.ts';
import { conditionWord, sectionHeader, type SectionHeader } from './header.ts';
import { partsSince } from './sinceParts.ts';
import type { Step } from './step.ts';

/** A line with its catalogue entry and its arguments read: all that rules and features see of it. */
export interface Directive {
  readonly step: Step;
  readonly key: string;
  /** The word that names it, in the text of the line, without brackets. */
  readonly name: Span;
  /** Absent where nobody knows the name. */
  readonly entry?: Entry;
  readonly words: readonly Word[];
  /** The slot of each word; absent for a word too many. */
  readonly slots: readonly (Slot | undefined)[];
  /** What each word says. Empty for a word that is not known or not looked at, or where no slot says how to read it. */
  readonly parts: readonly (readonly Part[])[];
  /** A value that is not known may hold any number of words. */
  readonly countKnown: boolean;
  /** Of an opening tag. */
  readonly header?: SectionHeader;
}

const SPLITTERS: Readonly<Record<Exclude<SplitterName, 'section'>, Splitter>> = {
  words: splitWords,
  raw: splitRaw,
  rewrite: splitRewrite,
  require: splitRaw,
  header: splitWords,
};

export function resolve(step: Step, ask: Ask): Directive {
  const { text, key, form } = step.line;
  const entry = entryOf(key);
  const header = form === 'open' ? sectionHeader(text) : undefined;
  const words = header && entry?.splitter !== 'words' ? headerWords(step, header) : argumentWords(step, entry);
  const countKnown = !words.some((word) => word.hole && word.quote === undefined);
  const slots = slotsOfWords(entry, words, countKnown ? counted(words, entry) : undefined);
  const end = endOfList(words, entry);
  const parts = words.map((word, index) => (index < end ? partsOf(word, slots[index], ask) : []));
  const resolved = { step, key, name: nameWord(text.text), words, slots, parts, countKnown };
  return { ...resolved, ...(entry && { entry }), ...(header && { header }) };
}

function slotsOfWords(
  entry: Entry | undefined,
  words: readonly Word[],
  count: number | undefined,
): readonly (Slot | undefined)[] {
  const all = entry ? slotsFor(entry, leadOf(words), count) : [];
  return words.map((_, index) => slotAt(all, index, count));
}

/** What words hold, up to the first of which that is not known. */
export function leadOf(words: readonly Word[]): readonly string[] {
  const end = words.findIndex(({ hole }) => hole);
  return words.slice(0, end < 0 ? words.length : end).map(({ value }) => value.text);
}

function headerWords(step: Step, header: SectionHeader): readonly Word[] {
  if (!isCondition(step.line.key)) return header.words;
  const word = conditionWord(step.line.text, header);
  return word ? [word] : [];
}

function argumentWords(step: Step, entry: Entry | undefined): readonly Word[] {
  const { text } = step.line;
  const splitter = entry?.splitter ?? 'words';
  const split = SPLITTERS[splitter === 'section' ? 'words' : splitter];
  return split(text, nameSpan(text.text).end, text.text.length);
}

/**
 * An empty word ends a list: httpd does not look at what follows (httpd-config 6.1). mod_rewrite takes three words and no
 * more (8.2), so behind a value that may hold several of them it is not known which those are.
 */
function endOfList(words: readonly Word[], entry: Entry | undefined): number {
  if (entry?.splitter === 'rewrite') {
    const hole = words.findIndex((word) => word.hole && word.quote === undefined);
    return hole < 0 ? words.length : hole;
  }
  const isList = entry?.args === 'ITERATE' || entry?.args === 'ITERATE2';
  const end = isList ? words.findIndex(({ value, hole }) => !hole && value.text === '') : -1;
  return end < 0 ? words.length : end;
}

function partsOf(word: Word, slot: Slot | undefined, ask: Ask): readonly Part[] {
  if (!slot || word.hole) return [];
  const parts = kindOf(slot.kind).parse(word, ask);
  return slot.since === undefined ? parts : partsSince(slot.since, parts, ask);
}

/** A range of the text of the line, in the `raw` of the line. */
export function inRaw(step: Step, span: Span): Span {
  return sourceSpan(step.line.text, span);
}

/** The number of its words, where that is known. */
export function wordCount({ words, entry, countKnown }: Directive): number | undefined {
  return countKnown ? counted(words, entry) : undefined;
}

/** Of one word or two, an empty second one is none to httpd (server/config.c, TAKE12). */
function counted(words: readonly Word[], entry: Entry | undefined): number {
  const second = words[1];
  const isNone = entry?.args === 'TAKE12' && words.length === 2 && second?.value.text === '' && !second.hole;
  return isNone ? 1 : words.length;
}

/** The range of a part of a word, in the `raw` of the line; the whole word, with its quotes, for a part without a unit. */
export function partInRaw(step: Step, { span, value }: Word, part: Part): Span {
  return part.span.start < part.span.end ? sourceSpan(value, part.span) : inRaw(step, span);
}

/** The name comes from a value that is not known. */
export function nameIsHole(directive: Directive): boolean {
  return touchesHole(directive.step.line.text, directive.name);
}
