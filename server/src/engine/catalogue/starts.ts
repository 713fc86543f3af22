import { entryOf } from './catalogue.ts';
import { enter, htaccessOffer, placeSections, refusal, serverOffer } from './contexts.ts';
import type { Offer } from './contexts.ts';
import { OVERRIDE_BITS } from './bits.ts';
import type { OverrideClass } from './bits.ts';
import type { Entry } from './entry.ts';

let starts: readonly Offer[] | undefined;

/**
 * Every place that a line can stand in, as far as directives can tell places apart: the main server, a `.htaccess` with
 * all classes granted, and whatever sections that are allowed there lead to. Worked out when it is first asked for.
 */
export function possibleStarts(): readonly Offer[] {
  starts ??= reachableOffers();
  return starts;
}

/**
 * True where no file that includes the lines, at any place, makes httpd take the directive: `relativeSections` are the
 * keys of the sections around it in its own file, outermost first. False where those sections cannot stand together at
 * all, since then the fault is theirs.
 */
export function refusedEverywhere(
  entry: Entry,
  argumentCount: number | undefined,
  relativeSections: readonly string[],
): boolean {
  let canStand = false;
  for (const start of possibleStarts()) {
    const offer = enterAll(start, relativeSections);
    if (!offer) continue;
    if (!refusal(entry, argumentCount, offer)) return false;
    canStand = true;
  }
  return canStand;
}

/** The place inside the sections, `undefined` where one of them is refused. */
function enterAll(start: Offer, sections: readonly string[]): Offer | undefined {
  let offer: Offer | undefined = start;
  for (const key of sections) offer = offer && enterAllowed(offer, key);
  return offer;
}

function enterAllowed(offer: Offer, key: string): Offer | undefined {
  const section = entryOf(key);
  return section && refusal(section, undefined, offer) ? undefined : enter(offer, key);
}

function reachableOffers(): Offer[] {
  const all = Object.keys(OVERRIDE_BITS) as OverrideClass[];
  const found = [serverOffer, htaccessOffer(all)];
  const seen = new Set(found.map(offerId));
  for (const offer of found) {
    for (const key of placeSections) {
      const inside = enterAllowed(offer, key);
      if (!inside || seen.has(offerId(inside))) continue;
      seen.add(offerId(inside));
      found.push(inside);
    }
  }
  return found;
}

function offerId(offer: Offer): string {
  return `${offer.mask}/${offer.families}/${offer.hasPath}`;
}
