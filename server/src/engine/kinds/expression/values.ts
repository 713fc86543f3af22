import type { Span } from '../../base/span.ts';
import { bareArgument, noArgument, noValue } from './faults.ts';
import { lookUp } from './names.ts';
import { fail, isNext, peek, problem, skip, take, type Reading } from './reading.ts';
import { scanFault } from './scanFaults.ts';
import type { Token } from './token.ts';

/** A value that was read. `constant`: what a string holds that nothing is put into. */
export interface Value extends Span {
  readonly constant?: string;
}

/** Calls and variables may stand in each other this deep; what lies deeper is not looked at. */
const DEEPEST = 100;

/** Values with `.` between them; false once a fault is found, or where it goes too deep. */
export function value(reading: Reading, before: Token | undefined): Value | false {
  let whole = oneValue(reading, before);
  while (whole && isNext(reading, 'concat')) {
    const more = oneValue(reading, take(reading, 'operator'));
    whole = more && { start: whole.start, end: more.end };
  }
  return whole;
}

function oneValue(reading: Reading, before: Token | undefined): Value | false {
  const { type } = peek(reading);
  if (type === 'number' || type === 'reference') return take(reading, type);
  if (type === 'quote') return string(reading);
  if (type === 'open') return variable(reading);
  if (type === 'word' && reading.tokens[reading.at + 1]?.text === '(') return call(reading, 'function');
  return noValue(reading, before);
}

function string(reading: Reading): Value | false {
  const first = takeText(reading);
  const texts = contents(reading);
  if (!texts) return false;
  const last = peek(reading);
  if (last.type === 'fault') return scanFault(reading, last);
  takeText(reading);
  const { start } = first;
  const isConstant = texts.every(({ type }) => type === 'text');
  return { start, end: last.end, ...(isConstant && { constant: texts.map(({ text }) => text).join('') }) };
}

/** Texts, variables and back-references, as many as there are; false once a fault is found. */
export function contents(reading: Reading): readonly Token[] | false {
  const tokens: Token[] = [];
  for (;;) {
    const token = peek(reading);
    if (token.type === 'text') takeText(reading);
    else if (token.type === 'reference') take(reading, 'reference');
    else if (token.type !== 'open') return tokens;
    else if (!variable(reading)) return false;
    tokens.push(token);
  }
}

/** A piece of a string; with the piece before it, it is one part. */
function takeText(reading: Reading): Token {
  const token = skip(reading);
  const { parts } = reading;
  const last = parts.at(-1);
  if (last?.role !== 'string' || last.span.end !== token.start) {
    parts.push({ span: { start: token.start, end: token.end }, role: 'string' });
    return token;
  }
  parts[parts.length - 1] = { ...last, span: { start: last.span.start, end: token.end } };
  return token;
}

/** `%{NAME}` or `%{name:text}`. */
function variable(reading: Reading): Value | false {
  if (reading.depth >= DEEPEST) return false;
  const open = skip(reading);
  const name = peek(reading);
  if (name.type === 'fault') return scanFault(reading, name);
  if (name.type !== 'name') return fail(reading, { ...open, end: name.end }, problem('The name is missing in `%{}`.'));
  const behind = reading.tokens[reading.at + 1];
  if (behind?.type === 'fault') return scanFault(reading, behind);
  const isFunction = behind?.type === 'colon';
  if (isFunction) take(reading, 'function', lookUp('function', name.text, reading.ask));
  else take(reading, 'server-variable', lookUp('variable', name.text, reading.ask));
  if (isFunction && !argument(reading, name)) return false;
  const close = skip(reading);
  if (close.type !== 'close') return scanFault(reading, close);
  return { start: open.start, end: close.end };
}

/** What stands behind the colon; true where something does. */
function argument(reading: Reading, name: Token): boolean {
  skip(reading);
  reading.depth++;
  const texts = contents(reading);
  reading.depth--;
  if (!texts || texts.length > 0) return texts !== false;
  if (peek(reading).type === 'fault') return scanFault(reading, peek(reading));
  return noArgument(reading, name);
}

/** `name(value)`. */
export function call(reading: Reading, sort: 'function' | 'list-function'): Value | false {
  if (reading.depth >= DEEPEST) return false;
  const name = take(reading, 'function', lookUp(sort, peek(reading).text, reading.ask));
  const bracket = skip(reading);
  if (isNext(reading, 'bracket', ')')) return noArgument(reading, name);
  if (bareArgument(reading)) return false;
  reading.depth++;
  const inside = value(reading, bracket);
  reading.depth--;
  if (!inside) return false;
  const close = skip(reading);
  if (close.text === ')') return { start: name.start, end: close.end };
  if (close.type === 'fault') return scanFault(reading, close);
  return fail(reading, name, problem(`\`${name.text}(…)\` takes one value, and ends in \`)\` behind it.`));
}
