import type { Place } from '../evaluation/place.ts';
import { isUnknownForgiven } from '../evaluation/passedOver.ts';
import type { Found } from './rule.ts';

/** What comes of a fault that `Nonfatal=` of AllowOverride forgives (httpd-config 5.5). */
export const PASSED_OVER: Pick<Found, 'passedOver' | 'why'> = {
  passedOver: true,
  why: 'httpd passes over the line, because `AllowOverride` has `Nonfatal=` here, and writes a warning.',
};

/** What to add to a finding about a name that httpd does not know. */
export function ofUnknownName(place: Place): Partial<typeof PASSED_OVER> {
  return isUnknownForgiven(place) ? PASSED_OVER : {};
}
