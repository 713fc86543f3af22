import type { Ask } from '../base/ask.ts';
import { KEYS } from '../kinds/world.ts';
import type { Found } from './rule.ts';

/** A wrong tag is wrong in any block, read or not; but the tag that it misses may come out of a macro. */
export function tagSeverity(ask: Ask): Pick<Found, 'severity' | 'always'> {
  return ask(KEYS.strayTags) ? { severity: 'warning' } : { always: true };
}
