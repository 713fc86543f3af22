import type { Span } from '../../base/span.ts';
import type { Problem } from '../kind.ts';
import { headerRepair } from './names.ts';
import { fail, problem, quoteRepair, repair, type Reading } from './reading.ts';
import { lastOf, type ScanFault, type Token } from './token.ts';

/** A range, and what is wrong with it. */
type Fault = readonly [span: Span, problem: Problem];

/** Says what httpd's scanner gives up at. */
export function scanFault(reading: Reading, token: Token): false {
  const [span, what] = FAULTS[token.fault ?? 'character'](reading, token);
  return fail(reading, span, what);
}

const FAULTS: Readonly<Record<ScanFault, (reading: Reading, token: Token) => Fault>> = {
  character,
  'string-end': endlessString,
  'variable-end': endlessVariable,
  'variable-character': endlessVariable,
  'quote-in-argument': quoteInArgument,
  escape: (_, token) => [token, problem(ESCAPE)],
  'last-backslash': (_, token) => [token, problem('A character must stand behind `\\`; a backslash itself is `\\\\`.')],
};

const ESCAPE =
  'Digits behind a `\\` are the octal number of a byte, three of them and `\\377` at most; a backslash itself is `\\\\`.';

/** What stands at a character that begins nothing, by how the text goes on there. */
const STRAY: readonly (readonly [RegExp, (reading: Reading, match: RegExpExecArray) => Problem])[] = [
  [/^\$\{([A-Za-z]\w*)\}/, notExpanded],
  [/^%\(?([A-Za-z]\w*)\)?/, withoutBraces],
  [/^&/, doubled],
  [/^\|/, doubled],
  [/^~/, (reading) => problem('`~` is no operator.', repair(reading, 'Change to =~', '=~'))],
  [/^[“”„‘’]/, () => problem('This is a quotation mark of prose; httpd knows only `"` and `\'`.')],
];

function character(reading: Reading, token: Token): Fault {
  const rest = reading.text.slice(token.start);
  for (const [pattern, make] of STRAY) {
    const match = pattern.exec(rest);
    if (match) return [{ start: token.start, end: token.start + match[0].length }, make(reading, match)];
  }
  const run = /^[^\s(){},'"&|=!<>]+/.exec(rest)?.[0] ?? token.text;
  const span = { start: token.start, end: token.start + Math.max(run.length, 1) };
  const repairs = /^[#-]/.test(run) ? [] : quoteRepair(reading, span);
  return [span, problem(`\`${run}\` means nothing here; a text stands in quotes.`, repairs)];
}

function notExpanded(reading: Reading, [whole, name = '']: RegExpExecArray): Problem {
  const message = `\`${whole}\` would be put in while the configuration is read, but nothing defines it. What a request brings is written \`%{${name}}\`.`;
  return problem(message, repair(reading, `Change to %{${name}}`, `%{${name}}`));
}

function withoutBraces(reading: Reading, [, name = '']: RegExpExecArray): Problem {
  return problem(`A variable is written \`%{${name}}\`.`, repair(reading, `Change to %{${name}}`, `%{${name}}`));
}

function doubled(reading: Reading, [sign]: RegExpExecArray): Problem {
  return problem(
    `\`${sign}\` is no operator; \`${sign}${sign}\` is.`,
    repair(reading, `Change to ${sign}${sign}`, sign + sign),
  );
}

function endlessString(reading: Reading, token: Token): Fault {
  const start = lastOf(reading.tokens, ({ type }) => type === 'quote')?.start ?? token.start;
  const span = { start, end: Math.max(token.end, start + 1) };
  const text = reading.text.slice(start, span.end);
  const closed = /\s/.test(text) ? [] : repair(reading, 'Add the quote at the end', text + text.slice(0, 1));
  return [span, problem('The text that begins with this quote has no quote at its end.', closed)];
}

/** `%{NAME` without `}`, or with a character that no name has. */
function endlessVariable(reading: Reading, token: Token): Fault {
  const open = openVariable(reading) ?? token;
  const match = /^%\{([^\s{}'"=<>&|()]*)(\}?)/.exec(reading.text.slice(open.start));
  const [written = '', name = '', close = ''] = match ?? [];
  const end = open.start + written.length;
  if (close === '') {
    const repairs = !/^\w[\w:-]*$/.test(name) ? [] : repair(reading, 'Add }', `${written}}`);
    return [{ start: open.start, end }, problem(`\`${written}\` has no \`}\` at its end.`, repairs)];
  }
  const message = 'A name in `%{}` is a letter, and letters, digits and `_` behind it.';
  return [{ start: open.end, end: end - 1 }, problem(message, headerRepair(name))];
}

/** The innermost `%{` that no `}` has closed. */
function openVariable({ tokens }: Reading): Token | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'open') open.push(token);
    if (token.type === 'close') open.pop();
  }
  return open.at(-1);
}

function quoteInArgument(reading: Reading, token: Token): Fault {
  const rest = reading.text.slice(token.start);
  if (!/^["'][^\s{}]*\}/.test(rest)) return endlessVariable(reading, token);
  const match = /^(["'])([^"'}\\]*)\1(?=\})/.exec(rest);
  const span = { start: token.start, end: token.start + (match?.[0].length ?? 1) };
  const repairs = match?.[2] ? repair(reading, 'Take the quotes off', match[2]) : [];
  return [span, { ...problem('Behind `:` in `%{}` no quotes may stand.', repairs), why: JAMMED }];
}

const JAMMED = 'httpd does not know what to do with the quote, and ends at once.';
