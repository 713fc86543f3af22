import type { RegexFault } from './checked.ts';
import { FAULTS, faultAt } from './faults.ts';
import { openGroup } from './groups.ts';
import { NONE } from './lengths.ts';
import { takeGroupList } from './references.ts';
import { addItem, addMark, addToken, spanFrom, startsWith, take, type OpenGroup, type Scan } from './scan.ts';

const START_OPTION =
  /\(\*(?:UTF8?|UCP|NOTEMPTY(?:_ATSTART)?|NO_(?:AUTO_POSSESS|DOTSTAR_ANCHOR|JIT|START_OPT)|CASELESS_RESTRICT|TURKISH_CASING|CR|LF|CRLF|ANY|NUL|ANYCRLF|BSR_(?:ANYCRLF|UNICODE)|LIMIT_(?:HEAP|MATCH|DEPTH|RECURSION)=\d+)\)/y;

/** `(*UTF)` and its like, which may stand only in front of everything else. */
export function readStartOptions(scan: Scan): void {
  for (let option = take(scan, START_OPTION); option; option = take(scan, START_OPTION))
    scan.utf ||= option[0].startsWith('(*UTF');
  addToken(scan, 'group');
}

const NAME = /\w*/y;

/** `(*`: a group with a long name, or a command; the scan is at the star. */
export function readCommand(scan: Scan, start: number): RegexFault | undefined {
  const star = scan.at++;
  const sign = scan.text.charAt(scan.at);
  if (sign === '' || sign === ')') return faultAt(spanFrom(scan, star), FAULTS.nothingToRepeat('*'));
  const name = take(scan, NAME)?.[0] ?? '';
  return /^[a-z]/.test(name) ? readLongGroup(scan, start, name) : readVerb(scan, start, name);
}

const LONG_GROUPS: Readonly<Record<string, OpenGroup['kind']>> = {
  asr: 'group',
  atomic: 'group',
  atomic_script_run: 'group',
  naplb: 'lookbehind',
  napla: 'lookahead',
  negative_lookahead: 'lookahead',
  negative_lookbehind: 'lookbehind',
  nla: 'lookahead',
  nlb: 'lookbehind',
  non_atomic_positive_lookahead: 'lookahead',
  non_atomic_positive_lookbehind: 'lookbehind',
  pla: 'lookahead',
  plb: 'lookbehind',
  positive_lookahead: 'lookahead',
  positive_lookbehind: 'lookbehind',
  scan_substring: 'lookahead',
  script_run: 'group',
  scs: 'lookahead',
  sr: 'group',
};
/** What may be a condition: the lookarounds that are given up once they have matched. */
const CONDITIONS = /^(?:positive_|negative_|[pn]l|scan_|scs$)/;

/** Since PCRE2 10.45: they search what other groups have matched. */
const SEARCHES = /^(?:scan_|scs$)/;

function readLongGroup(scan: Scan, start: number, name: string): RegexFault | undefined {
  const kind = LONG_GROUPS[name];
  if (kind === undefined || !startsWith(scan, ':')) return unknownCommand(scan, start);
  scan.at++;
  if (scan.expectsAssertion > 0 && !CONDITIONS.test(name))
    return faultAt(spanFrom(scan, start), FAULTS.assertionExpected());
  if (SEARCHES.test(name) && !takeGroupList(scan)) return unknownCommand(scan, start);
  return openGroup(scan, start, kind);
}

function unknownCommand(scan: Scan, start: number): RegexFault {
  const span = spanFrom(scan, start);
  return faultAt(span, FAULTS.commandUnknown(scan.text.slice(span.start, span.end)));
}

const VERBS = ['', 'MARK', 'ACCEPT', 'F', 'FAIL', 'COMMIT', 'PRUNE', 'SKIP', 'THEN'];
const ENDS_BRANCH = ['ACCEPT', 'F', 'FAIL'];
const ARGUMENT = /(?::([^)]*))?\)/y;
const LONGEST_ARGUMENT = 255;

/** `(*FAIL)`, `(*MARK:name)`: how matching goes on. */
function readVerb(scan: Scan, start: number, name: string): RegexFault | undefined {
  if (!VERBS.includes(name)) return unknownCommand(scan, start);
  const read = take(scan, ARGUMENT);
  if (!read) return unknownCommand(scan, start);
  const argument = read[1] ?? '';
  const span = spanFrom(scan, start);
  if (argument === '' && (name === '' || name === 'MARK')) return faultAt(span, FAULTS.commandName(`(*${name}`));
  if (argument.length > LONGEST_ARGUMENT) return faultAt(span, FAULTS.nameTooLong());
  if (name === 'ACCEPT') addItem(scan, 'group', NONE);
  else addMark(scan, 'group');
  if (ENDS_BRANCH.includes(name)) scan.branch = { ...scan.branch, ended: true };
  return undefined;
}
