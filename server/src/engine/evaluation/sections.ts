import { HOLE, type Answer, type Ask } from '../base/ask.ts';
import type { Mapped } from '../base/mapped.ts';
import { not, type Truth } from '../base/truth.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { KEYS, macroKey } from '../kinds/world.ts';
import { isClosed, type Pairing } from '../syntax/pairs.ts';
import { hasTextBody, runsToEnd } from '../syntax/tags.ts';
import { conditionHolds, isCondition } from './conditions.ts';
import { conditionWord, sectionHeader } from './header.ts';
import { passedOver } from './passedOver.ts';
import { enterPlace, type Place } from './place.ts';
import { TAG_TELLS } from './readTime.ts';

/** An opening tag that is being read. */
export interface OpeningTag {
  readonly key: string;
  readonly text: Mapped;
  readonly pairing: Pairing;
  /** Where the tag itself stands. */
  readonly place: Place;
  readonly ask: Ask;
  readonly tell: (key: string, answer: Answer) => void;
}

/** Where the lines of a section stand; for a condition that is decided, whether it holds. */
export interface OpenedSection {
  readonly place: Place;
  readonly condition?: Truth;
}

/**
 * Enters a section. One without end is entered too, so that the levels fit; only a tree section leaves it open which
 * lines are meant to be in it.
 */
export function openSection(tag: OpeningTag): OpenedSection {
  if (hasTextBody(tag.key.slice(1))) return { place: openText(tag) };
  if (isCondition(tag.key)) return openCondition(tag);
  return { place: openTree(tag) };
}

/** Places hold only names of the catalogue. */
function placeName(key: string): string {
  return entryOf(key) ? key : '<';
}

function isRead({ place }: OpeningTag): boolean {
  return place.truth !== 'no' && !place.text;
}

function openText(tag: OpeningTag): Place {
  const { key, pairing, place } = tag;
  if (key === '<macro' && isRead(tag)) tellMacro(tag);
  const text = isClosed(pairing) || runsToEnd(key.slice(1));
  return enterPlace(place, { section: placeName(key), transparent: true, truth: 'yes', text });
}

/** The lines that follow are kept until the macro ends. What is only maybe defined is not known. */
function tellMacro({ text, pairing, place, tell }: OpeningTag): void {
  const { words } = sectionHeader(text);
  const [name] = words;
  if (!name || words.some((word) => word.hole) || !isClosed(pairing)) return;
  if (place.truth === 'yes') tell(KEYS.macroHead, words.map((word) => word.value.text).join(' '));
  else tell(macroKey(name.value.text), HOLE);
}

function openCondition(tag: OpeningTag): OpenedSection {
  const { key, text, pairing, place, ask } = tag;
  const entering = { section: key, transparent: true, truth: 'yes' as const };
  if (!isRead(tag)) return { place: enterPlace(place, entering) };
  const header = sectionHeader(text);
  const truth = conditionHolds(key, header.words, conditionWord(text, header), ask);
  const outcome = isClosed(pairing) ? { truth } : { endless: truth };
  return { place: enterPlace(place, { ...entering, ...outcome }), condition: truth };
}

function openTree(tag: OpeningTag): Place {
  const { key, text, pairing, place } = tag;
  if (isRead(tag) && !place.htaccess) TAG_TELLS.get(key)?.(sectionHeader(text).words, place.truth, tag);
  const entry = entryOf(key);
  const truth = not(passedOver(place, entry));
  if (!entry) return enterPlace(place, { section: '<', transparent: true, truth });
  const end = isClosed(pairing) ? {} : { endless: 'yes' as const };
  return enterPlace(place, { section: key, transparent: false, truth, ...end });
}
