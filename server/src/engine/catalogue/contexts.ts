import { familiesOf, familyNames, maskOf, OVERRIDE_BITS } from './bits.ts';
import type { Family, OverrideClass } from './bits.ts';
import { contexts } from './data/index.ts';
import type { Entry, PlaceRule } from './entry.ts';
import type { Grant } from './grant.ts';
import type { StoredContext } from './stored.ts';

/** What a place offers: mask and family bits of `bits.ts`, and whether an enclosing section has set a path. */
export interface Offer {
  readonly mask: number;
  readonly families: number;
  readonly hasPath: boolean;
  /** In a `.htaccess`: what AllowOverride lets it say, where that is known. */
  readonly grant?: Grant;
}

/**
 * Why a place refuses a directive. `mask`: the place offers none of its bits; `under`: refused beneath `family`;
 * `only-under`: refused outside `families`.
 */
export type Refusal =
  | { readonly why: 'mask' }
  | { readonly why: 'under'; readonly family: Family }
  | { readonly why: 'only-under'; readonly families: readonly Family[] };

interface Container {
  readonly mask: number | undefined;
  readonly families: number;
  readonly setsPath: boolean;
  readonly unlessPath: boolean;
}

const HTACCESS = familiesOf(['htaccess']);
const containers = new Map<string, Container>();
for (const stored of contexts.containers) {
  for (const tag of stored.tags ?? []) containers.set('<' + tag.toLowerCase(), containerOf(stored));
}

/** Families of sections that put a mask of their own in place of that of a `.htaccess`. */
const REPLACING =
  [...containers.values()]
    .filter(({ mask, unlessPath }) => mask !== undefined && !unlessPath)
    .reduce((all, { families }) => all | families, 0) & ~familiesOf(['Limit']);

/** The keys of the sections that are a place of their own; all others are transparent. */
export const placeSections: readonly string[] = [...containers.keys()];

/** The main server, before any section. */
export const serverOffer: Offer = startOffer(contexts.start.server);

const htaccessStart: Offer = startOffer(contexts.start.htaccess);

/** A `.htaccess` file, where these classes are granted by AllowOverride. */
export function htaccessOffer(classes: readonly OverrideClass[]): Offer {
  const mask = classes.reduce((bits, name) => bits | OVERRIDE_BITS[name], 0);
  return { ...htaccessStart, mask };
}

/** A `.htaccess` file of which it is known what it is granted. */
export function grantedOffer(grant: Grant): Offer {
  return { ...htaccessStart, mask: grant.mask, grant };
}

/** Whether the mask of a place in a `.htaccess` is what AllowOverride grants: a section may have put its own in place of that. */
export function hasGrantedMask({ families, grant }: Offer): boolean {
  return grant !== undefined && (families & REPLACING) === 0;
}

/** The place inside a section; sections that are no place of their own, and unknown ones, change nothing. */
export function enter(offer: Offer, sectionKey: string): Offer {
  const container = containers.get(sectionKey);
  if (!container) return offer;
  const replaces = container.mask !== undefined && !(container.unlessPath && offer.hasPath);
  return {
    ...offer,
    mask: replaces ? container.mask : offer.mask,
    families: offer.families | container.families,
    hasPath: offer.hasPath || container.setsPath,
  };
}

/**
 * Why the place refuses the directive, `undefined` where it takes it. With `argumentCount` undefined, because a word is
 * not known, it is refused only where any number of arguments would be.
 */
export function refusal(entry: Entry, argumentCount: number | undefined, offer: Offer): Refusal | undefined {
  if (entry.phase === 'read' && (offer.families & HTACCESS) === 0) return undefined;
  if ((entry.mask & offer.mask) === 0 && !offer.grant?.names.includes(entry.key)) return { why: 'mask' };
  if (!entry.byArgs) return ruleRefusal(entry, offer);
  if (argumentCount !== undefined) return ruleRefusal(ruleFor(entry, argumentCount), offer);
  const refusals = possibleCounts(entry).map((count) => ruleRefusal(ruleFor(entry, count), offer));
  return refusals.includes(undefined) ? undefined : refusals[0];
}

function ruleFor(entry: Entry, count: number): PlaceRule {
  return entry.byArgs?.find((counted) => counted.from <= count && count <= counted.to)?.rule ?? entry;
}

/** The numbers of arguments that make a difference, among those that httpd takes at all. */
function possibleCounts(entry: Entry): number[] {
  const least = entry.minArgs ?? 0;
  const most = entry.maxArgs ?? Math.max(least, ...(entry.byArgs ?? []).map((counted) => counted.from)) + 1;
  return Array.from({ length: most - least + 1 }, (_, i) => least + i);
}

function ruleRefusal(rule: PlaceRule, offer: Offer): Refusal | undefined {
  const { families } = offer;
  if (rule.onlyUnder !== 0 && (families & rule.onlyUnder) === 0) {
    return { why: 'only-under', families: familyNames(rule.onlyUnder) };
  }
  if ((families & rule.exceptUnder) !== 0) return undefined;
  const family = familyNames(families & rule.forbiddenUnder)[0];
  return family && { why: 'under', family };
}

function startOffer(stored: StoredContext): Offer {
  const { mask, families, setsPath } = containerOf(stored);
  return { mask: mask ?? 0, families, hasPath: setsPath };
}

function containerOf(stored: StoredContext): Container {
  return {
    mask: stored.offers && maskOf(stored.offers),
    families: familiesOf([stored.family, stored.alsoFamily].filter((family) => family !== undefined)),
    setsPath: stored.setsPath ?? false,
    unlessPath: stored.unlessPath ?? false,
  };
}

/** The places that the manual names. */
export type UsualPlace = 'server' | 'vhost' | 'directory' | 'htaccess';

const USUAL_PLACES: readonly (readonly [UsualPlace, Offer])[] = [
  ['server', serverOffer],
  ['vhost', enter(serverOffer, '<virtualhost')],
  ['directory', enter(serverOffer, '<directory')],
  ['htaccess', htaccessOffer(Object.keys(OVERRIDE_BITS) as OverrideClass[])],
];

/** Which of the places that the manual names take a directive, whatever its arguments. */
export function usualPlaces(entry: Entry): UsualPlace[] {
  return USUAL_PLACES.flatMap(([place, offer]) => (refusal(entry, undefined, offer) ? [] : [place]));
}

/** True for a section that is a place of its own; the others are transparent. */
export function isPlace(sectionKey: string): boolean {
  return containers.has(sectionKey);
}
