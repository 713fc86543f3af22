import type { Span } from '../../base/span.ts';
import type { Problem, Repair } from '../kind.ts';
import { wordNamed } from './names.ts';
import { fail, peek, problem, quoteRepair, repair, shown, type Reading } from './reading.ts';
import { scanFault } from './scanFaults.ts';
import { lastOf, type Token } from './token.ts';

/** Words that httpd knows in small letters alone. */
const SMALL = /^(?:true|false|and|or|not|in|eq|ne|lt|le|gt|ge)$/i;

/** A condition, or the first value of one, should begin here; `before` is what it was to stand behind. */
export function noCondition(reading: Reading, before: Token | undefined): false {
  const token = peek(reading);
  if (token.type === 'word') return bareWord(reading, token, true);
  if (token.type === 'end' && token.text === '' && before === undefined)
    return fail(reading, whole(reading), problem(EMPTY));
  return noValue(reading, before, true);
}

const EMPTY = 'There is no condition here.';

function whole({ text }: Reading): Span {
  return { start: 0, end: text.length };
}

/** A value should stand here; `before` is what it was to stand behind. */
export function noValue(reading: Reading, before: Token | undefined, first = false): false {
  const token = peek(reading);
  const { type, text } = token;
  const what = first ? 'A condition' : 'A value';
  if (type === 'fault') return scanFault(reading, token);
  if (type === 'regex' || (type === 'end' && text !== '')) return strayPattern(reading, token);
  if (type === 'end') return nothingBehind(reading, before ?? token, what);
  return first ? strayPiece(reading, before, what) : (bareValue(reading) ?? strayPiece(reading, before, what));
}

function bareValue(reading: Reading): false | undefined {
  const token = peek(reading);
  return /^[a-z]/i.test(token.text) ? bareWord(reading, token, false) : undefined;
}

/** Something that begins no value. */
function strayPiece(reading: Reading, before: Token | undefined, what: string): false {
  const token = peek(reading);
  if (token.text === '(') return fail(reading, token, problem(BRACKETS));
  return (
    twoSigns(reading, before, token) ??
    fail(reading, token, problem(`${what} should stand before ${shown(reading, token)}.`))
  );
}

const BRACKETS = 'Round brackets stand around conditions only, not around values.';

function nothingBehind(reading: Reading, before: Token, what: string): false {
  return fail(reading, before, problem(`${what} is missing behind ${shown(reading, before)}.`));
}

function endlessPattern(reading: Reading, token: Token): false {
  const delimiter = token.text.startsWith('m') ? token.text.slice(1, 2) : '/';
  const closed = repair(reading, `Add ${delimiter}`, token.text + delimiter);
  const message = `The regular expression that begins here has no \`${delimiter}\` at its end.`;
  return fail(reading, token, problem(message, /\s/.test(token.text) ? [] : closed));
}

/** Between slashes; or a path without quotes, which httpd takes for the start of one. */
function strayPattern(reading: Reading, token: Token): false {
  const span = token.type === 'end' ? runAt(reading, { start: token.start, end: token.start + 1 }) : token;
  const message = 'A regular expression stands only behind `=~` or `!~`; a text stands in quotes.';
  return fail(reading, span, problem(message, quoteRepair(reading, span)));
}

/** `===`, `<>`, `=>`: the second sign has no value before it. */
const SIGNS: Readonly<Record<string, string>> = {
  '===': '==',
  '!==': '!=',
  '<>': '!=',
  '=>': '>=',
  '=<': '<=',
  '=!': '!=',
};

function twoSigns(reading: Reading, first: Token | undefined, second: Token): false | undefined {
  if (first?.type !== 'comparison' || first.end !== second.start) return undefined;
  const sign = first.text + second.text;
  const right = SIGNS[sign];
  if (right === undefined) return undefined;
  const what = problem(`\`${sign}\` is no operator.`, repair(reading, `Change to ${right}`, right));
  return fail(reading, { start: first.start, end: second.end }, what);
}

const RUN = /[^\s(){},'"&|=!<>~]+/y;

/** From a piece to the next blank, bracket, quote or operator. */
function runAt({ text }: Reading, { start, end }: Span): Span {
  RUN.lastIndex = start;
  return { start, end: Math.max(end, start + (RUN.exec(text)?.[0].length ?? 0)) };
}

/** A text without quotes, or a variable without `%{}`. `first`: it stands where a condition begins. */
function bareWord(reading: Reading, token: Token, first: boolean): false {
  const span = runAt(reading, token);
  const name = reading.text.slice(span.start, span.end);
  const small = name.toLowerCase();
  if (first && SMALL.test(name) && small !== name)
    return fail(
      reading,
      span,
      problem(`\`${name}\` must be in small letters.`, repair(reading, `Change to ${small}`, small)),
    );
  const compared = !first || /^\s*(?:[=!<>]|-?(?:in|eq|ne|lt|le|gt|ge)\b)/.test(reading.text.slice(span.end));
  const isVariable = wordNamed('variable', name) !== undefined;
  const variable = isVariable ? repair(reading, `Write %{${name}}`, `%{${name}}`) : [];
  const message = `\`${name}\` is neither a text, which would be in quotes, nor a variable, which would be in \`%{}\`.`;
  return fail(
    reading,
    span,
    problem(message, compared ? [...variable, ...quoteRepair(reading, span, !isVariable)] : []),
  );
}

/** `=~` and `!~` have something else behind them. */
export function noPattern(reading: Reading, operator: Token): false {
  const token = peek(reading);
  if (token.type === 'fault' && token.fault !== 'character') return scanFault(reading, token);
  if (token.type === 'end' && token.text !== '') return endlessPattern(reading, token);
  if (token.type === 'end') return nothingBehind(reading, operator, 'A regular expression');
  const span = token.type === 'quote' || token.type === 'open' ? atomAt(reading) : patternRun(reading, token);
  const text = reading.text.slice(span.start, span.end);
  const bare = token.type === 'quote' ? text.slice(1, -1) : text;
  const message = `Behind ${shown(reading, operator)} stands a regular expression between slashes, \`/…/\` or \`m#…#\`.`;
  const isPlain = token.type !== 'open' && !/%\{|\$\d/.test(bare);
  return fail(reading, span, problem(message, isPlain ? asPattern(reading, bare) : []));
}

function patternRun(reading: Reading, { start, end }: Token): Span {
  const length = /^\S+/.exec(reading.text.slice(start))?.[0].length ?? 0;
  return { start, end: Math.max(end, start + length) };
}

function asPattern(reading: Reading, bare: string): Repair[] {
  const delimiter = ['/', '#', ',', ';', '!', '_', ':'].find((one) => !bare.includes(one));
  if (delimiter === undefined || bare === '') return [];
  const pattern = delimiter === '/' ? `/${bare}/` : `m${delimiter}${bare}${delimiter}`;
  return repair(reading, `Change to ${pattern}`, pattern);
}

/** The string, variable or other piece that comes next. */
function atomAt({ tokens, at }: Reading): Span {
  const first = tokens[at] as Token;
  const rest = tokens.slice(at + 1);
  if (first.type === 'quote')
    return { start: first.start, end: (rest.find(({ type }) => type === 'quote') ?? first).end };
  if (first.type !== 'open') return first;
  let depth = 1;
  const close = rest.find(({ type }) => {
    if (type === 'open') depth++;
    if (type === 'close') depth--;
    return depth === 0;
  });
  return { start: first.start, end: (close ?? first).end };
}

/** A value has no operator behind it, so that nothing is asked of it. */
export function noOperator(reading: Reading, value: Span): false {
  const token = peek(reading);
  if (token.type === 'fault') return scanFault(reading, token);
  if (isEndOfCondition(token)) return aloneAt(reading, value);
  const behind = postfix(reading, value);
  if (behind) return fail(reading, behind.span, behind.problem);
  if (/^[a-z]/i.test(token.text)) return unknownOperator(reading, token);
  const message = `Between ${shown(reading, value)} and this an operator is missing, such as \`==\` or \`=~\`.`;
  return fail(reading, atomAt(reading), problem(message));
}

function isEndOfCondition({ type, text }: Token): boolean {
  return type === 'end' || type === 'and' || type === 'or' || text === ')';
}

function aloneAt(reading: Reading, value: Span): false {
  const text = reading.text.slice(value.start, value.end);
  const isText = /^["'\d-]/.test(text);
  const repairs = isText
    ? []
    : [
        ...repair(reading, `Ask whether it is not empty: -n ${text}`, `-n ${text}`, false),
        ...repair(reading, `Ask whether it means yes: -T ${text}`, `-T ${text}`, false),
      ];
  const message = `${shown(reading, value)} alone is no condition: nothing is asked of it.`;
  return fail(reading, value, problem(message, repairs));
}

/** `%{REQUEST_FILENAME} -f`, `%{REQUEST_FILENAME} !-f`: mod_rewrite has its tests behind the value. */
function postfix(reading: Reading, value: Span): { span: Span; problem: Problem } | undefined {
  const { tokens, at, text } = reading;
  const test = [tokens[at], tokens[at + 1]].find((token) => token?.type !== 'not');
  const next = test && tokens[tokens.indexOf(test, at) + 1];
  if (test?.type !== 'test' || !next || !isEndOfCondition(next)) return undefined;
  const operator = text.slice(peek(reading).start, test.end);
  const right = `${operator} ${text.slice(value.start, value.end)}`;
  const message = `\`${operator}\` stands before the value here, not behind it.`;
  const repairs = repair(reading, `Change to ${right}`, right);
  return { span: { start: value.start, end: test.end }, problem: problem(message, repairs) };
}

function unknownOperator(reading: Reading, token: Token): false {
  const span = runAt(reading, token);
  const name = reading.text.slice(span.start, span.end);
  const small = name.toLowerCase();
  const repairs = SMALL.test(name) && small !== name ? repair(reading, `Change to ${small}`, small) : [];
  const message = repairs.length > 0 ? `\`${name}\` must be in small letters.` : `\`${name}\` is no operator.`;
  return fail(reading, span, problem(message, repairs));
}

/** Something follows a condition that is whole. */
export function behindCondition(reading: Reading): false {
  const token = peek(reading);
  const before = reading.tokens[reading.at - 1];
  if (token.type === 'fault') return scanFault(reading, token);
  if (token.text === ')') return fail(reading, token, problem('This `)` has no `(`.'));
  if (before?.type === 'regex' && before.end === token.start && token.type === 'word')
    return fail(reading, runAt(reading, token), problem(FLAGS));
  const span = token.type === 'word' ? runAt(reading, token) : atomAt(reading);
  const name = reading.text.slice(span.start, span.end);
  const small = name.toLowerCase();
  if (/^(?:and|or)$/.test(small))
    return fail(
      reading,
      span,
      problem(`\`${name}\` must be in small letters.`, repair(reading, `Change to ${small}`, small)),
    );
  return fail(reading, span, problem('Before this, `and` or `or` is missing: the condition is over here.'));
}

const FLAGS = 'Behind a regular expression may stand the letter `i` (letter case does not count), and nothing else.';

export function openBracket(reading: Reading, token: Token): false {
  return fail(reading, token, problem('This `(` has no `)`.'));
}

/** A function with nothing to work on. */
export function noArgument(reading: Reading, name: Token): false {
  return fail(reading, name, problem(`\`${name.text}\` needs a text to work on.`));
}

/** `req(User-Agent)`: what stands in the brackets needs quotes; true where it is so. */
export function bareArgument(reading: Reading): boolean {
  const token = peek(reading);
  const match = /^[\w.-]+(?=\))/.exec(reading.text.slice(token.start));
  if (token.type !== 'word' || !match) return false;
  const message = `\`${match[0]}\` is a text, and stands in quotes.`;
  const span = { start: token.start, end: token.start + match[0].length };
  fail(reading, span, problem(message, quoteRepair(reading, span)));
  return true;
}

/** Behind `in` stands no list. */
export function noList(reading: Reading, operator: Token): false {
  const token = peek(reading);
  if (token.type === 'fault') return scanFault(reading, token);
  if (token.type === 'end') return nothingBehind(reading, operator, 'A list');
  const span = token.text === '(' ? inBrackets(reading) : atomAt(reading);
  const text = reading.text.slice(span.start, span.end);
  const items = token.text === '(' ? text.slice(1, -1) : text;
  const isList = /^["'%$\d]/.test(items) && span.end > token.end;
  const repairs = isList ? repair(reading, `Change to {${items}}`, `{${items}}`) : [];
  const message = `Behind ${shown(reading, operator)} stands a list in curly brackets, \`{'a', 'b'}\`.`;
  return fail(reading, span, problem(message, repairs));
}

/** From a `(` to the next `)`. */
function inBrackets({ tokens, at }: Reading): Span {
  const open = tokens[at] as Token;
  const close = tokens.slice(at).find(({ text }) => text === ')');
  return { start: open.start, end: (close ?? open).end };
}

/** A list goes on with `,` or ends in `}`. */
export function badList(reading: Reading): false {
  const token = peek(reading);
  if (token.type === 'fault') return scanFault(reading, token);
  if (token.type === 'end') {
    const open = lastOf(reading.tokens, ({ text }) => text === '{') ?? token;
    return fail(reading, open, problem('This `{` has no `}`.'));
  }
  return fail(
    reading,
    atomAt(reading),
    problem('Between the values of a list stands a comma, and behind the last one `}`.'),
  );
}
