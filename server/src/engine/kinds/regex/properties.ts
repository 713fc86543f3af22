import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { spanFrom, take, type Scan } from './scan.ts';

/**
 * All properties whose names have one letter or two: general categories and short names of others. Longer names grow in
 * number with Unicode, so that nothing can be said of one that is not known.
 */
const SHORT_NAMES = new Set(
  (
    'c l m n p s z cc cf ci cn co cs di lc ll lm lo lt lu mc me mn nd nl no pc pd pe pf pi po ps ri sc sd sk sm so vs ' +
    'yi zl zp zs l&'
  ).split(' '),
);

const BRACED = /[pP]\{([^}]*)\}/y;
const SINGLE = /[pP]([a-zA-Z])/y;

/** `\p{Name}`, `\P{^Name}`, `\pL`; the scan is at the letter `p`. */
export function takeProperty(scan: Scan): RegexFault | undefined {
  const start = scan.at - 1;
  const name = (take(scan, BRACED) ?? take(scan, SINGLE))?.[1];
  if (name === undefined) scan.at++;
  const span = spanFrom(scan, start);
  const written = scan.text.slice(span.start, span.end);
  if (name === undefined) return faultAt(span, FAULTS.propertyMalformed(written));
  return mayBeKnown(name) ? undefined : faultAt(span, FAULTS.propertyUnknown(written));
}

/** Letter case, blanks, `-` and `_` do not count; `sc:` and its like stand in front of a value. */
function mayBeKnown(name: string): boolean {
  const bare = name
    .replace(/[\s_-]/g, '')
    .replace(/^\^/, '')
    .toLowerCase();
  return SHORT_NAMES.has(bare) || /^[a-z]{3,}$|^[a-z]+[:=][a-z]+$/.test(bare);
}
