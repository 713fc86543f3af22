import { overrideClasses } from '../catalogue/bits.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Place } from '../evaluation/place.ts';
import { placeVerdict } from '../evaluation/placeVerdict.ts';

/** A sentence on whether a `.htaccess` may say something; where that is not known, it says what would have to be. */
export function grantedSentence(place: Place, entry: Entry): string | undefined {
  if (!place.htaccess || overrideClasses(entry.mask).length === 0) return undefined;
  const said = place.offers[0]?.grant?.said;
  if (said === undefined) return 'Whether it is granted depends on the main configuration, which is not known here.';
  if (place.ignored) return `httpd never reads this file. ${said}`;
  const verdict = placeVerdict(place, entry, undefined);
  if (!verdict) return `Granted here. ${said}`;
  if (!verdict.notGranted) return undefined;
  return `${verdict.sure ? 'Not granted here.' : 'Not granted in every case.'} ${verdict.grant?.said ?? ''}`;
}
