import type { Ask } from '../../base/ask.ts';
import type { Span } from '../../base/span.ts';
import type { Part, PartRole, Problem, Repair } from '../kind.ts';
import type { Token, TokenType } from './token.ts';

/** An expression that is being read, and what was found in it. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly ask: Ask;
  /** The quotes around the expression; empty for none. */
  readonly outer: string;
  /** An argument without quotes that begins with the expression. */
  readonly isBare: boolean;
  readonly parts: Part[];
  /** The piece that comes next. */
  at: number;
  /** How many function calls and variables are open. */
  depth: number;
}

export function peek({ tokens, at }: Reading): Token {
  return tokens[Math.min(at, tokens.length - 1)] as Token;
}

export function isNext(reading: Reading, type: TokenType, text?: string): boolean {
  const token = peek(reading);
  return token.type === type && (text === undefined || token.text === text);
}

export function skip(reading: Reading): Token {
  const token = peek(reading);
  reading.at++;
  return token;
}

/** Goes on to the next piece, which becomes a part. */
export function take(reading: Reading, role: PartRole, more: Omit<Part, 'span' | 'role'> = {}): Token {
  const token = skip(reading);
  reading.parts.push({ span: { start: token.start, end: token.end }, role, ...more });
  return token;
}

/** Ends the reading with a fault, unless something in its range has been found at fault already. */
export function fail(reading: Reading, { start, end }: Span, problem: Problem): false {
  const { parts } = reading;
  const isInside = ({ span }: Part): boolean => span.start < end && start < span.end;
  if (parts.some((part) => isInside(part) && part.problem)) return false;
  const others = parts.filter((part) => !isInside(part));
  const all: Part[] = [...others, { span: { start, end }, role: 'text', problem }];
  parts.splice(0, parts.length, ...all.sort((a, b) => a.span.start - b.span.start));
  return false;
}

export function shown({ text }: Reading, { start, end }: Span): string {
  return `\`${text.slice(start, end)}\``;
}

/** A repair, if its text can stand within the quotes as it is. */
export function repair({ outer }: Reading, title: string, text: string, preferred = true): Repair[] {
  const isPlain = !HIDING.test(text) && (outer === '' || !text.includes(outer));
  return isPlain ? [{ title, text, preferred }] : [];
}

/** A backslash that hides what is behind it in a quoted argument. */
const HIDING = /\\(?:["'\\]|$)/;

/**
 * Puts a range of the expression in quotes. Nothing is gained by that where it is all of the condition; and quotes that an
 * argument begins with are the argument's own.
 */
export function quoteRepair(reading: Reading, { start, end }: Span, preferred = true): Repair[] {
  const text = reading.text.slice(start, end);
  const quote = reading.outer === "'" ? '"' : "'";
  if (text.includes(quote) || text === reading.text.trim() || (reading.isBare && start === 0)) return [];
  return repair(reading, 'Put it in quotes', quote + text + quote, preferred);
}

/** Something that httpd's parser refuses. */
export function problem(message: string, repairs: readonly Repair[] = []): Problem {
  return { code: 'expression', message, why: WHY, ...(repairs.length > 0 && { repairs }) };
}

const WHY = 'httpd cannot read the expression, and refuses it.';
