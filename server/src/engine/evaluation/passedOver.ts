import type { Truth } from '../base/truth.ts';
import { hasGrantedMask, refusal, type Offer } from '../catalogue/contexts.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Grant } from '../catalogue/grant.ts';
import type { Place } from './place.ts';

/**
 * Whether httpd passes over a line in a `.htaccess`, with all that is in it if it is a section, because AllowOverride has
 * `Nonfatal=` (httpd-config 5.5): a directive that is not granted, or one that it does not know. Blocks of `Require` know
 * nothing of that any more.
 */
export function passedOver(place: Place, entry: Entry | undefined): Truth {
  const passing = place.offers.filter((offer) => (entry ? forgivesRefusal(offer, entry) : forgivesUnknown(offer)));
  if (passing.length === 0) return 'no';
  return passing.length === place.offers.length ? 'yes' : 'maybe';
}

/** Whether a name that httpd does not know is surely passed over. */
export function isUnknownForgiven({ offers }: Place): boolean {
  return offers.length > 0 && offers.every(forgivesUnknown);
}

function forgivesUnknown(offer: Offer): boolean {
  return grantIn(offer)?.forgivesUnknown ?? false;
}

/** Whether a place passes over a directive that it does not allow. */
export function forgivesRefusal(offer: Offer, entry: Entry): boolean {
  return (grantIn(offer)?.forgivesRefused ?? false) && refusal(entry, undefined, offer)?.why === 'mask';
}

function grantIn(offer: Offer): Grant | undefined {
  return hasGrantedMask(offer) ? offer.grant : undefined;
}
