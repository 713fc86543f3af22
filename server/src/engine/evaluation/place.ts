import type { Truth } from '../base/truth.ts';
import { both } from '../base/truth.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { enter, refusal, type Offer } from '../catalogue/contexts.ts';

/**
 * Where a line stands: a value without position, interned under its parent, so that equal places are identical and
 * reading can be used again. Typing in the argument of a section changes no place below it.
 */
export interface Place {
  readonly parent?: Place;
  /** Catalogue key of the innermost section, `''` outside of all, `'<'` for one that nobody knows. */
  readonly section: string;
  /** The section is resolved while reading and is no place of its own (httpd-config 2.1). */
  readonly transparent: boolean;
  /** What directives find here; several where it is not known in which of some places the line stands. */
  readonly offers: readonly Offer[];
  /** Whether the line is read. */
  readonly truth: Truth;
  /** The line is part of a body that is stored as text. */
  readonly text: boolean;
  /** The file is a `.htaccess`: every refusal is a 500. */
  readonly htaccess: boolean;
  /** The file is one that httpd never looks for: nothing is said of what stands in it. */
  readonly ignored: boolean;
  /** Catalogue key of the section that httpd takes this place to be in: read-time sections are no places. */
  readonly container: string;
  /** Of a section that is never closed; of a condition, whether it holds. */
  readonly endless?: Truth;
  /** In a condition that holds and is never closed: httpd then forgives what is open at the end of the file. */
  readonly forgiven: boolean;
  readonly children: Map<string, Place>;
}

/** How a section changes the place of the lines in it. */
export interface Entering {
  readonly section: string;
  readonly transparent: boolean;
  readonly truth: Truth;
  readonly text?: boolean;
  /** The section has no end: it is not known which lines are in it, so these stand in either place. For a condition, whether it holds. */
  readonly endless?: Truth;
}

/** What is known of a whole file. */
interface FilePlace {
  readonly htaccess?: boolean;
  readonly ignored?: boolean;
  readonly truth?: Truth;
}

/** The place of the first line of a file. */
export function startPlace(
  offers: readonly Offer[],
  { htaccess = false, ignored = false, truth = 'yes' }: FilePlace = {},
): Place {
  const start = { section: '', transparent: true, offers, truth, text: false, htaccess, ignored } as const;
  return { ...start, container: '', forgiven: false, children: new Map() };
}

/** Whether two files begin in the same way. */
export function isSameStart(a: Place, b: Place): boolean {
  const isSame = a.truth === b.truth && a.htaccess === b.htaccess && a.ignored === b.ignored;
  return a === b || (isSame && a.offers.map(offerKey).join() === b.offers.map(offerKey).join());
}

export function enterPlace(parent: Place, entering: Entering): Place {
  const text = parent.text || entering.text === true;
  const truth = both(parent.truth, entering.truth);
  const { section, transparent, endless } = entering;
  const key = [section, transparent, truth, text, endless ?? ''].join(' ');
  const known = parent.children.get(key);
  if (known) return known;
  const child: Place = {
    parent,
    section,
    transparent,
    offers: transparent ? parent.offers : offersIn(parent.offers, section, endless !== undefined),
    truth,
    text,
    htaccess: parent.htaccess,
    ignored: parent.ignored,
    container: transparent ? parent.container : section,
    forgiven: parent.forgiven || (transparent && endless === 'yes'),
    ...(endless && { endless }),
    children: new Map(),
  };
  parent.children.set(key, child);
  return child;
}

function offersIn(outer: readonly Offer[], section: string, endless: boolean): readonly Offer[] {
  const entry = entryOf(section);
  const possible = outer.filter((offer) => !entry || refusal(entry, undefined, offer) === undefined);
  const inner = (possible.length > 0 ? possible : outer).map((offer) => enter(offer, section));
  const all = new Map((endless ? [...outer, ...inner] : inner).map((offer) => [offerKey(offer), offer]));
  return endless && all.size === outer.length ? outer : [...all.values()];
}

function offerKey(offer: Offer): string {
  return JSON.stringify(offer);
}

/** The place after leaving some sections. */
export function leave(place: Place, levels: number): Place {
  let at = place;
  for (let i = 0; i < levels && at.parent; i++) at = at.parent;
  return at;
}
