import type { Ask } from '../../base/ask.ts';
import type { Span } from '../../base/span.ts';
import { expressionWords } from '../../catalogue/data/index.ts';
import type { ExpressionWord } from '../../catalogue/expressionWords.ts';
import type { Candidate, PartRole } from '../kind.ts';
import { wordsThere } from './names.ts';
import { scan, type Mode } from './scan.ts';
import { lastOf, type Token, type TokenType } from './token.ts';

/** What may be written at `offset`; it looks only at what stands before, and replaces the word that the cursor is in. */
export function suggestIn(text: string, offset: number, mode: Mode, ask: Ask): readonly Candidate[] {
  const before = scan(text.slice(0, offset), mode);
  const last = before.at(-1);
  const tokens = before.slice(0, -1);
  if (last?.fault === 'variable-end') return inVariable(tokens, text, offset, ask);
  if (mode === 'string' || last?.fault === 'string-end' || last?.text) return startOfTest(last, offset, mode, ask);
  const typed = beingTyped(tokens.at(-1), offset);
  const behind = typed ? tokens.slice(0, -1) : tokens;
  return outside(behind, typed ?? { start: offset, end: offset }, ask);
}

/** What may be written in a condition that begins at `start`. */
export function suggestBehind(text: string, start: number, offset: number, ask: Ask): readonly Candidate[] {
  return suggestIn(text.slice(start), offset - start, 'condition', ask).map((candidate) =>
    candidate.span
      ? { ...candidate, span: { start: candidate.span.start + start, end: candidate.span.end + start } }
      : candidate,
  );
}

/** A lone `-` is no piece yet, but the start of an operator. */
function startOfTest(last: Token | undefined, offset: number, mode: Mode, ask: Ask): readonly Candidate[] {
  if (mode === 'string' || last?.text !== '-' || last.end !== offset) return [];
  const dashed = [...wordsThere('test', ask), ...wordsThere('match', ask)];
  return offered(dashed, 'operator', { start: last.start, end: offset });
}

/** Names behind `%{`: variables, and functions with their colon. */
function inVariable(tokens: readonly Token[], text: string, offset: number, ask: Ask): readonly Candidate[] {
  const last = tokens.at(-1);
  if (last?.type !== 'open' && last?.type !== 'name') return [];
  const start = last.type === 'name' ? last.start : offset;
  const end = offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0);
  return [
    ...offered(wordsThere('variable', ask), 'server-variable', { start, end }),
    ...offered(wordsThere('function', ask), 'function', { start, end }, (name) => `${name}:`),
  ];
}

const TYPED: readonly TokenType[] = ['word', 'test', 'match', 'and', 'or', 'not', 'in', 'true', 'false', 'comparison'];

/** The word that ends at the cursor: it is being written. */
function beingTyped(token: Token | undefined, offset: number): Span | undefined {
  const isWord = token?.end === offset && TYPED.includes(token.type) && /^-?\w/.test(token.text);
  return isWord ? { start: token.start, end: token.end } : undefined;
}

const RELATIONS: readonly TokenType[] = ['comparison', 'match', 'regex-operator', 'in', 'test'];
const OPENINGS: readonly TokenType[] = ['and', 'or', 'not'];

function outside(tokens: readonly Token[], span: Span, ask: Ask): readonly Candidate[] {
  const last = tokens.at(-1);
  if (!last || OPENINGS.includes(last.type) || last.text === '(') return atStart(tokens, span, ask);
  if (last.type === 'in') return offered(wordsThere('list-function', ask), 'function', span, called);
  if (last.type === 'regex-operator') return [];
  if (RELATIONS.includes(last.type) || last.type === 'concat') return values(span, ask);
  const decisive = lastOf(tokens, ({ type }) => OPENINGS.includes(type) || RELATIONS.includes(type));
  if (decisive && RELATIONS.includes(decisive.type)) return operators(JOINING, span);
  return [
    ...offered(expressionWords.comparisons, 'operator', span),
    ...offered(wordsThere('match', ask), 'operator', span),
  ];
}

const JOINING = ['and', 'or'];

function operators(names: readonly string[], span: Span): Candidate[] {
  return names.map((text) => ({ text, role: 'operator', span }));
}

/** A condition, or within the brackets of a function its value. */
function atStart(tokens: readonly Token[], span: Span, ask: Ask): readonly Candidate[] {
  const isCall = tokens.at(-1)?.text === '(' && tokens.at(-2)?.type === 'word';
  if (isCall) return values(span, ask);
  const words = ['true', 'false'].map((text) => ({ text, role: 'keyword' as const, span }));
  return [
    ...values(span, ask),
    ...offered(wordsThere('test', ask), 'operator', span),
    ...operators(['not'], span),
    ...words,
  ];
}

function values(span: Span, ask: Ask): readonly Candidate[] {
  return [
    ...offered(wordsThere('variable', ask), 'server-variable', span, (name) => `%{${name}}`),
    ...offered(wordsThere('function', ask), 'function', span, called),
  ];
}

function called(name: string): string {
  return `${name}(`;
}

function offered(
  words: readonly ExpressionWord[],
  role: PartRole,
  span: Span,
  written: (name: string) => string = (name) => name,
): Candidate[] {
  return words.map(({ name, about }) => ({ text: written(name), role, span, detail: about }));
}
