import type { Ask } from '../base/ask.ts';
import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { askOf } from '../evaluation/answers.ts';
import { inRaw, nameIsHole, resolve, type Directive } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { holdsLine, type Run } from '../evaluation/run.ts';
import { stepOf, type Step } from '../evaluation/step.ts';
import type { Part } from '../kinds/kind.ts';
import { ownDirectiveKey } from '../kinds/world.ts';
import type { Word } from '../kinds/word.ts';
import type { Chunk } from '../syntax/chunk.ts';
import { nameWord } from '../syntax/line.ts';
import { foreignTexts } from './body.ts';
import { namedParameters, usedParameters, type UsedParameters } from './macroParameters.ts';
import { variablesWithin } from './references.ts';
import { TYPE_OF_ROLE, type TokenModifier, type TokenType } from './tokenTypes.ts';

/** A range that has a meaning, and so a colour; it lies in one physical line. */
export interface SemanticToken {
  /** In offsets of the file. */
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

/** All tokens of the lines that `range` touches, in order; none overlap. */
export function semanticTokens(evaluation: Evaluation, range?: Span): SemanticToken[] {
  const ask = askOf(evaluation.answers);
  const isForeign = foreignTexts();
  const tokens: SemanticToken[] = [];
  let parameters: UsedParameters | undefined;
  for (const { step, offset } of stepsIn(evaluation, range)) {
    const { place, line, ref } = step;
    parameters = place.text ? (parameters ?? usedParameters(evaluation.file, ref)) : undefined;
    if (line.form !== 'close' && isForeign(place)) continue;
    for (const token of lineTokens(step, parameters, ask)) tokens.push(moved(token, offset));
  }
  return tokens;
}

/** The lines that say something, with their offsets in the file. */
function* stepsIn({ file, runs }: Evaluation, range?: Span): Generator<{ step: Step; offset: number }> {
  const { start, end } = range ?? { start: 0, end: Infinity };
  const runsOf = runsByChunk(runs);
  for (const [number, chunk] of file.chunks.entries()) {
    let offset = file.offsets[number] as number;
    if (offset + chunk.length <= start || offset >= end) continue;
    for (const [index, { form, raw }] of chunk.lines.entries()) {
      const isWanted = form !== 'blank' && form !== 'comment' && offset < end && offset + raw.length > start;
      const run = isWanted ? runOf(runsOf.get(chunk), chunk, index) : undefined;
      if (run) yield { step: stepOf(run, index), offset };
      offset += raw.length;
    }
  }
}

function runsByChunk(runs: readonly Run[]): ReadonlyMap<Chunk, readonly Run[]> {
  const byChunk = new Map<Chunk, Run[]>();
  for (const run of runs) {
    const others = byChunk.get(run.chunk);
    if (others) others.push(run);
    else byChunk.set(run.chunk, [run]);
  }
  return byChunk;
}

function runOf(runs: readonly Run[] | undefined, chunk: Chunk, index: number): Run | undefined {
  return runs?.find((run) => holdsLine(run, { chunk, index }));
}

/** Ranges are in the `raw` of the line. */
function lineTokens(step: Step, parameters: UsedParameters | undefined, ask: Ask): SemanticToken[] {
  const { form } = step.line;
  if (form === 'blank') return [];
  const own = form === 'close' ? nameTokens(step, ask) : directiveTokens(resolve(step, ask), ask);
  const variables = variablesWithin(step.source);
  const whole = variables.map(({ span }) => span);
  const names = variables.map(({ name }): SemanticToken => ({ span: name, type: 'variable' }));
  const inserted = parameters?.(step) ?? [];
  const all = merged(without(merged(without(own, whole), names), inserted), inserted.map(parameter));
  return all.flatMap((token) => inPhysicalLines(token, step.source.raw));
}

function parameter(span: Span): SemanticToken {
  return { span, type: 'parameter' };
}

function merged(some: readonly SemanticToken[], others: readonly SemanticToken[]): readonly SemanticToken[] {
  return others.length === 0 ? some : [...some, ...others].sort((a, b) => a.span.start - b.span.start);
}

function directiveTokens(directive: Directive, ask: Ask): SemanticToken[] {
  const { step, words, parts } = directive;
  const name = nameIsHole(directive) ? [] : nameTokens(step, ask);
  const named = namedParameters(directive).map(parameter);
  return [
    ...name,
    ...named,
    ...words.flatMap((word, index) => (parts[index] ?? []).flatMap((part) => partToken(part, word))),
  ];
}

/** The name of a directive or section, where it is known. */
function nameTokens(step: Step, ask: Ask): SemanticToken[] {
  const { form, key, text } = step.line;
  const entry = entryOf(key.replace('</', '<'));
  if (!entry && ask(ownDirectiveKey(key.replace('</', '<'))) === undefined) return [];
  const span = inRaw(step, nameWord(text.text));
  return [{ span, type: form === 'directive' ? 'function' : 'class', ...(entry?.state && { modifier: 'deprecated' }) }];
}

function partToken(part: Part, { value }: Word): SemanticToken[] {
  const type = typeOf(part, value.text.slice(part.span.start, part.span.end));
  return type && part.span.start < part.span.end ? [{ span: sourceSpan(value, part.span), type }] : [];
}

/** What is at fault has no colour, nor has a word that nobody knows. */
function typeOf({ role, key, problem }: Part, text: string): TokenType | undefined {
  if (problem) return undefined;
  if (role !== 'keyword') return TYPE_OF_ROLE[role];
  // `env=` goes on with a value.
  if (key === undefined || /[=:|]$/.test(key)) return undefined;
  if (/^\d/.test(text)) return 'number';
  return /^\W+$/.test(text) ? 'operator' : TYPE_OF_ROLE[role];
}

/** The tokens without what lies in some ranges; both are in order. */
function without(tokens: readonly SemanticToken[], ranges: readonly Span[]): readonly SemanticToken[] {
  let first = 0;
  return tokens.flatMap((token) => {
    while ((ranges[first]?.end ?? Infinity) <= token.span.start) first++;
    const rest: SemanticToken[] = [];
    let { start } = token.span;
    for (let at = first; (ranges[at]?.start ?? Infinity) < token.span.end; at++) {
      const range = ranges[at] as Span;
      if (start < range.start) rest.push({ ...token, span: { start, end: range.start } });
      start = Math.max(start, range.end);
    }
    if (start < token.span.end) rest.push({ ...token, span: { start, end: token.span.end } });
    return rest;
  });
}

/** An editor takes only tokens that stay in their line: those that go on behind a continuation are cut. */
function inPhysicalLines(token: SemanticToken, raw: string): SemanticToken[] {
  const { start, end } = token.span;
  const text = raw.slice(start, end);
  if (!text.includes('\n')) return [token];
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const isContinued = text[index + line.length] === '\n';
    const length = isContinued ? line.replace(/\\?\r?$/, '').length : line.length;
    return length > 0 ? [{ ...token, span: { start: start + index, end: start + index + length } }] : [];
  });
}

function moved(token: SemanticToken, by: number): SemanticToken {
  return { ...token, span: { start: token.span.start + by, end: token.span.end + by } };
}
