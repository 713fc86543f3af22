import { badList, behindCondition, noCondition, noList, noOperator, noPattern, openBracket } from './faults.ts';
import { lookUp } from './names.ts';
import { fail, isNext, peek, problem, skip, take, type Reading } from './reading.ts';
import { patternParts } from './pattern.ts';
import { isSubnet } from './subnet.ts';
import type { Token, TokenType } from './token.ts';
import { call, value, type Value } from './values.ts';

/**
 * Reads a condition to the end of the text: operands, with `and` and `or` between them, and `not` and round brackets
 * around them. False once a fault is found.
 */
export function condition(reading: Reading): boolean {
  const brackets: Token[] = [];
  let before: Token | undefined;
  for (;;) {
    before = opening(reading, brackets) ?? before;
    if (!operand(reading, before)) return false;
    while (brackets.length > 0 && isNext(reading, 'bracket', ')')) {
      brackets.pop();
      skip(reading);
    }
    if (isNext(reading, 'and') || isNext(reading, 'or'))
      before = take(reading, 'operator', { key: peek(reading).type });
    else break;
  }
  if (!isNext(reading, 'end')) return behindCondition(reading);
  const open = brackets.at(-1);
  return open === undefined || openBracket(reading, open);
}

/** Goes over `not` and `(`; the last of them, if there is one. */
function opening(reading: Reading, brackets: Token[]): Token | undefined {
  let last: Token | undefined;
  for (;;) {
    if (isNext(reading, 'not')) last = take(reading, 'operator', { key: '!' });
    else if (isNext(reading, 'bracket', '(')) {
      last = skip(reading);
      brackets.push(last);
    } else return last;
  }
}

/** What a value begins with, but for a function. */
const VALUES: readonly TokenType[] = ['number', 'reference', 'quote', 'open'];

/** A condition without `and`, `or`, `not` and brackets around it. */
function operand(reading: Reading, before: Token | undefined): boolean {
  const { type, text } = peek(reading);
  if (type === 'true' || type === 'false') return take(reading, 'keyword', { key: text }).type === type;
  if (type === 'test') return test(reading);
  const isCall = type === 'word' && reading.tokens[reading.at + 1]?.text === '(';
  return isCall || VALUES.includes(type) ? relation(reading, before) : noCondition(reading, before);
}

function test(reading: Reading): boolean {
  const operator = take(reading, 'operator', lookUp('test', peek(reading).text, reading.ask));
  const tested = value(reading, operator);
  return tested !== false && (operator.text !== '-R' || isNetwork(reading, operator, tested));
}

function isNetwork(reading: Reading, operator: Token, { start, end, constant }: Value): boolean {
  // What escapes stand for is not worked out.
  if (constant !== undefined && (constant.includes('\\') || isSubnet(constant))) return true;
  const message =
    constant === undefined
      ? `Behind \`${operator.text}\` stands a network in quotes, with nothing that is put in later.`
      : `\`${constant}\` is no network, such as \`10.0.0.0/8\` or \`2001:db8::/32\`.`;
  return fail(reading, { start, end }, problem(message));
}

/** A value that is compared with something. */
function relation(reading: Reading, before: Token | undefined): boolean {
  const left = value(reading, before);
  if (!left) return false;
  const read = RELATIONS[peek(reading).type];
  return read ? read(reading) : noOperator(reading, left);
}

/** How the rest is read behind an operator, by its type. */
const RELATIONS: Partial<Readonly<Record<TokenType, (reading: Reading) => boolean>>> = {
  comparison: (reading) => value(reading, take(reading, 'operator', { key: peek(reading).text })) !== false,
  match,
  'regex-operator': pattern,
  in: list,
};

function match(reading: Reading): boolean {
  const operator = take(reading, 'operator', lookUp('match', peek(reading).text, reading.ask));
  const right = value(reading, operator);
  return right !== false && (operator.text.toLowerCase() !== '-ipmatch' || isNetwork(reading, operator, right));
}

function pattern(reading: Reading): boolean {
  const operator = take(reading, 'operator', { key: peek(reading).text });
  const token = peek(reading);
  if (token.type !== 'regex') return noPattern(reading, operator);
  skip(reading);
  const parts = patternParts(reading, token);
  // One at a time: a pattern may have more parts than a call takes arguments.
  for (const part of parts) reading.parts.push(part);
  return parts.every((part) => part.problem === undefined);
}

/** `in {…}` or `in name(…)`. */
function list(reading: Reading): boolean {
  const operator = take(reading, 'operator', { key: 'in' });
  if (isNext(reading, 'word') && reading.tokens[reading.at + 1]?.text === '(')
    return call(reading, 'list-function') !== false;
  if (!isNext(reading, 'bracket', '{')) return noList(reading, operator);
  let before = skip(reading);
  for (;;) {
    if (!value(reading, before)) return false;
    if (!isNext(reading, 'bracket', ',')) break;
    before = skip(reading);
  }
  if (!isNext(reading, 'bracket', '}')) return badList(reading);
  skip(reading);
  return true;
}
