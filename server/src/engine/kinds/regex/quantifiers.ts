import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { ONE, repeated, type Length } from './lengths.ts';
import { addItem, addToken, spanFrom, take, type Scan } from './scan.ts';

const SIMPLE: Readonly<Record<string, Length>> = {
  '*': { least: 0, most: Infinity },
  '+': { least: 1, most: Infinity },
  '?': { least: 0, most: 1 },
};

/** `*`, `+` or `?`: a repetition, or how the one before it repeats. */
export function readSimpleQuantifier(scan: Scan): RegexFault | undefined {
  const sign = scan.text.charAt(scan.at);
  if (scan.last.quantifier && sign !== '*') {
    scan.at++;
    addToken(scan, 'quantifier');
    scan.last = { ...scan.last, quantifier: false };
    return undefined;
  }
  const start = scan.at++;
  return quantifier(scan, start, SIMPLE[sign] ?? ONE);
}

/**
 * Only the forms that every PCRE2 takes for a repetition. `{,3}` and `{ 3 }` are one since 10.43 and text before, so that
 * nothing can be said of them.
 */
const BRACES = /\{(\d+)(?:(,)(\d*))?\}/y;
const MOST_REPETITIONS = 65_535;

/** `{3}`, `{3,}`, `{3,5}`; any other `{` stands for itself. */
export function readBrace(scan: Scan): RegexFault | undefined {
  const start = scan.at;
  const counts = countsAt(scan);
  if (!counts) {
    scan.at++;
    addItem(scan, 'text', ONE);
    return undefined;
  }
  const { least, most } = counts;
  const span = spanFrom(scan, start);
  const limits = [least, most].filter((limit) => limit !== Infinity);
  if (Math.max(...limits) > MOST_REPETITIONS) return faultAt(span, FAULTS.tooOften());
  if (most < least) return faultAt(span, FAULTS.countsSwapped(String(least), String(most)));
  return quantifier(scan, start, counts);
}

function countsAt(scan: Scan): Length | undefined {
  const match = take(scan, BRACES);
  if (!match) return undefined;
  const least = Number(match[1]);
  if (match[2] === undefined) return { least, most: least };
  return { least, most: match[3] ? Number(match[3]) : Infinity };
}

function quantifier(scan: Scan, start: number, times: Length): RegexFault | undefined {
  const span = spanFrom(scan, start);
  if (!scan.last.repeatable) {
    const written = scan.text.slice(start, scan.at);
    return faultAt(span, afterQuantifier(scan) ? FAULTS.repeatedTwice(written) : FAULTS.nothingToRepeat(written));
  }
  addToken(scan, 'quantifier');
  const { branch, last } = scan;
  if (!branch.ended && !last.lookahead)
    scan.branch = { length: repeated(branch.length, last.length, times), ended: false };
  scan.last = { ...last, repeatable: false, quantifier: true };
  return undefined;
}

function afterQuantifier({ tokens }: Scan): boolean {
  return tokens.at(-1)?.role === 'quantifier';
}
