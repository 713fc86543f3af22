import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { addMark, spanFrom, startsWith, take, type Scan } from './scan.ts';

const NUMBER = /\d*/y;
const QUOTES = '`\'"^%#$';

/** `(?C)`, `(?C12)`, `(?C"text")`: a program could be called here; httpd calls none. The scan is at the letter. */
export function readCallout(scan: Scan, start: number): RegexFault | undefined {
  scan.at++;
  const isRead = takeText(scan) || Number(take(scan, NUMBER)?.[0]) <= 255;
  if (!isRead || !startsWith(scan, ')')) return faultAt(spanFrom(scan, start), FAULTS.calloutMalformed());
  scan.at++;
  const expects = Math.max(0, scan.expectsAssertion - 1);
  addMark(scan, 'text');
  scan.expectsAssertion = expects;
  return undefined;
}

/** A text in quotes, in which a doubled quote stands for one. */
function takeText(scan: Scan): boolean {
  const quote = scan.text.charAt(scan.at);
  if (quote === '' || !`${QUOTES}{`.includes(quote)) return false;
  const end = quote === '{' ? '}' : quote;
  let at = scan.text.indexOf(end, scan.at + 1);
  while (at >= 0 && scan.text[at + 1] === end) at = scan.text.indexOf(end, at + 2);
  if (at >= 0) scan.at = at + 1;
  return at >= 0;
}
