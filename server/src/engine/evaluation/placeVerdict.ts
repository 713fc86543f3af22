import { overrideClasses, OVERRIDE_BITS } from '../catalogue/bits.ts';
import { hasGrantedMask, refusal, type Offer } from '../catalogue/contexts.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Grant } from '../catalogue/grant.ts';
import { forgivesRefusal } from './passedOver.ts';
import type { Place } from './place.ts';

/** Why a directive may not stand where it does. */
export interface PlaceVerdict {
  /** AllowOverride could allow it, but does not (httpd-config 5.5). */
  readonly notGranted: boolean;
  /** Of several things that AllowOverride may say, each refuses it. */
  readonly sure: boolean;
  /** httpd passes over it. */
  readonly forgiven: boolean;
  /** What AllowOverride says where it is refused; absent where that is not known. */
  readonly grant?: Grant;
}

/**
 * What a place says of a directive; `count` is the number of its arguments, where that is known. Undefined where one of
 * the places that the line may stand in takes it, whatever AllowOverride says.
 */
export function placeVerdict(
  { offers: all }: Place,
  entry: Entry,
  count: number | undefined,
): PlaceVerdict | undefined {
  const groups = [...byGrant(all)];
  const refusing = groups.filter(([, offers]) => offers.every((offer) => refusal(entry, count, offer)));
  const [first] = refusing;
  if (!first) return undefined;
  const [grant] = first;
  const offers = refusing.flatMap(([, refusers]) => refusers);
  return {
    notGranted: offers.some((offer) => isNotGranted(entry, count, offer)),
    sure: refusing.length === groups.length,
    forgiven: offers.every((offer) => forgivesRefusal(offer, entry)),
    ...(grant && { grant }),
  };
}

/** Offers by what AllowOverride says: one of each group is that of the line. */
function byGrant(offers: readonly Offer[]): ReadonlyMap<Grant | undefined, readonly Offer[]> {
  const groups = new Map<Grant | undefined, Offer[]>();
  for (const offer of offers) groups.set(offer.grant, [...(groups.get(offer.grant) ?? []), offer]);
  return groups;
}

const EVERY_CLASS = Object.values(OVERRIDE_BITS).reduce((all, bit) => all | bit, 0);

function isNotGranted(entry: Entry, count: number | undefined, offer: Offer): boolean {
  const isRefused = refusal(entry, count, offer)?.why === 'mask' && overrideClasses(entry.mask).length > 0;
  return isRefused && hasGrantedMask(offer) && !refusal(entry, count, { ...offer, mask: EVERY_CLASS });
}
