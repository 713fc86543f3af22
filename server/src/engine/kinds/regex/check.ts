import type { CheckedRegex, RegexFault } from './checked.ts';
import { takeCharacter } from './characters.ts';
import { readStartOptions } from './commands.ts';
import { readEscape } from './escapes.ts';
import { FAULTS, faultAt } from './faults.ts';
import { groupNotClosed, readAlternative, readClosing } from './groups.ts';
import { readGroupStart } from './groupStarts.ts';
import { ONE } from './lengths.ts';
import { readBrace, readSimpleQuantifier } from './quantifiers.ts';
import { missingGroup } from './references.ts';
import { addItem, addMark, addToken, startScan, startsWith, take, type Scan } from './scan.ts';
import { readSet } from './sets.ts';

/**
 * Reads a pattern as httpd has PCRE2 compile it (httpd-config 8.1; server/util_pcre.c): bytes, not characters, and
 * groups may have the same name. `RegexDefaultOptions` and the flags of a directive change what a pattern matches, not
 * whether it is one. Only that is a fault which every PCRE2 since 10.30 refuses. In one go, however long the
 * pattern is.
 */
export function checkRegex(pattern: string): CheckedRegex {
  const scan = startScan(pattern);
  readStartOptions(scan);
  const fault = readAll(scan) ?? (scan.givenUp ? undefined : (groupNotClosed(scan) ?? missingGroup(scan)));
  const { groups, tokens } = scan;
  return { groups, tokens, ...(fault && { fault }) };
}

function readAll(scan: Scan): RegexFault | undefined {
  while (!scan.givenUp && scan.at < scan.text.length) {
    const fault = readNext(scan);
    if (fault) return fault;
  }
  return undefined;
}

function readNext(scan: Scan): RegexFault | undefined {
  if (scan.quoted) return readQuoted(scan);
  if (passOver(scan)) return undefined;
  if (startsWith(scan, '(?#')) return readComment(scan);
  if (scan.expectsAssertion > 0 && !isAssertion(scan)) return assertionExpected(scan);
  const sign = scan.text.charAt(scan.at);
  return (BY_SIGN[sign] ?? readLiteral)(scan);
}

const BY_SIGN: Readonly<Record<string, (scan: Scan) => RegexFault | undefined>> = {
  '\\': readEscape,
  '[': readSet,
  '(': readGroupStart,
  ')': readClosing,
  '|': readAlternative,
  '*': readSimpleQuantifier,
  '+': readSimpleQuantifier,
  '?': readSimpleQuantifier,
  '{': readBrace,
  '^': readAnchor,
  $: readAnchor,
  '.': readAnyCharacter,
};

function readLiteral(scan: Scan): undefined {
  takeCharacter(scan);
  addItem(scan, 'text', ONE);
}

function readAnchor(scan: Scan): undefined {
  scan.at++;
  addMark(scan, 'anchor');
}

function readAnyCharacter(scan: Scan): undefined {
  scan.at++;
  addItem(scan, 'class', ONE);
}

/** Between `\Q` and `\E` everything stands for itself. */
function readQuoted(scan: Scan): RegexFault | undefined {
  if (startsWith(scan, '\\E')) {
    scan.at += 2;
    scan.quoted = false;
    addToken(scan, 'escape');
    return undefined;
  }
  if (scan.expectsAssertion > 0) return assertionExpected(scan);
  return readLiteral(scan);
}

const QUOTE = /\\[QE]/y;
const BLANKS = /[ \t-\r]+/y;

/** What leaves no trace: the ends of quotes, and with `x` blanks and comments. A quantifier looks past it. */
function passOver(scan: Scan): boolean {
  const quote = take(scan, QUOTE);
  if (quote) {
    scan.quoted = quote[0] === '\\Q';
    addToken(scan, 'escape');
    return true;
  }
  if (!scan.options.extended || !(take(scan, BLANKS) || takeLineComment(scan))) return false;
  addToken(scan, 'text');
  return true;
}

const LINE_COMMENT = /#[^]*/y;

/** A comment goes to the end of the line; what ends a line depends on how PCRE2 was built. */
function takeLineComment(scan: Scan): boolean {
  const comment = take(scan, LINE_COMMENT)?.[0];
  if (comment === undefined) return false;
  scan.givenUp = /[\n-\r\u0085\u2028\u2029]/.test(comment);
  return true;
}

/** `(?#…)`. */
function readComment(scan: Scan): RegexFault | undefined {
  const end = scan.text.indexOf(')', scan.at + 1);
  if (end < 0) return faultAt({ start: scan.at, end: scan.at + '(?#'.length }, FAULTS.commentNotClosed());
  scan.at = end + 1;
  addToken(scan, 'text');
  return undefined;
}

const ASSERTION = /\((?:\?(?:[=!]|<[=!])|\*[a-z])/y;

/** A condition that is an assertion, or, right behind `(?(`, a callout before one. */
function isAssertion(scan: Scan): boolean {
  if (scan.expectsAssertion === 2 && startsWith(scan, '(?C')) return true;
  ASSERTION.lastIndex = scan.at;
  return ASSERTION.test(scan.text);
}

function assertionExpected({ at }: Scan): RegexFault {
  return faultAt({ start: at, end: at + 1 }, FAULTS.assertionExpected());
}
