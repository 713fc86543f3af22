import type { Ask } from '../base/ask.ts';
import { offsetAt, sourceSpan, verbatim, type Mapped } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Slot } from '../catalogue/entry.ts';
import { askOf } from '../evaluation/answers.ts';
import { slotAt, slotsFor } from '../catalogue/slots.ts';
import { inRaw, leadOf, resolve, type Directive } from '../evaluation/directive.ts';
import { runAt, type Evaluation } from '../evaluation/evaluation.ts';
import type { Place } from '../evaluation/place.ts';
import type { Run } from '../evaluation/run.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { startOf } from '../evaluation/start.ts';
import { stepOf, type Step } from '../evaluation/step.ts';
import type { Part } from '../kinds/kind.ts';
import { goesOn, nameSpan } from '../syntax/line.ts';
import { lineAt } from '../syntax/sourceFile.ts';
import { isForeignText } from './body.ts';

/** What stands at a position of a file. */
export interface Cursor {
  readonly evaluation: Evaluation;
  readonly ask: Ask;
  readonly place: Place;
  /** Offset of the line in the file. */
  readonly lineStart: number;
  /** In the `raw` of the line. */
  readonly inLine: number;
  /** Absent on the empty line behind the last line end. */
  readonly step?: Step;
  readonly spot: Spot;
}

/**
 * `empty`: nothing stands on the line; `name`: in the first word, or at its edge; `closing`: in a closing tag;
 * `argument`: where an argument stands or a new one would begin; `outside`: anywhere else, such as a comment, a body in
 * another language, or behind the `>` of a tag.
 */
export type Spot =
  | { readonly at: 'empty' }
  | { readonly at: 'name'; readonly span: Span; readonly directive: Directive }
  | { readonly at: 'closing'; readonly span: Span }
  | { readonly at: 'argument'; readonly directive: Directive; readonly argument: Argument }
  | { readonly at: 'outside' };

/** An argument that the cursor is in; where it begins a new one, that one is empty. */
export interface Argument {
  /** Its number among the words. */
  readonly index: number;
  /** False where it is a new one: it would push the word of this number back. */
  readonly written: boolean;
  readonly value: Mapped;
  readonly slot?: Slot;
  readonly parts: readonly Part[];
  /** Of the cursor, in the value; behind its end where blanks follow that belong to it. */
  readonly offset: number;
}

const OUTSIDE: Spot = { at: 'outside' };

/** The only look-up by position: `offset` counts UTF-16 units of the file. */
export function locate(snapshot: Snapshot, evaluation: Evaluation, offset: number): Cursor {
  const { file, answers } = evaluation;
  const ask = askOf(answers);
  const found = lineAt(file, offset);
  const run = found && runAt(evaluation, found.ref);
  if (!found || !run) {
    const { place } =
      (evaluation.viewOf ?? evaluation).file === file ? evaluation.start : startOf(file, snapshot.settings);
    return { evaluation, ask, place, lineStart: 0, inLine: 0, spot: { at: 'empty' } };
  }
  const { ref, inLine } = found;
  if (isBehind(run, ref.index, inLine)) {
    return { evaluation, ask, place: run.exit, lineStart: offset, inLine: 0, spot: { at: 'empty' } };
  }
  const step = stepOf(run, ref.index);
  const spot = spotOf(step, inLine, ask);
  return { evaluation, ask, place: step.place, lineStart: offset - inLine, inLine, step, spot };
}

/** True on the empty line that a line end at the end of the file begins. */
function isBehind({ chunk }: Run, index: number, inLine: number): boolean {
  const raw = chunk.lines[index]?.raw ?? '';
  return inLine === raw.length && !goesOn(raw);
}

function spotOf(step: Step, inLine: number, ask: Ask): Spot {
  const { form } = step.line;
  if (isForeignText(step.place) && form !== 'close') return OUTSIDE;
  if (form === 'blank') return { at: 'empty' };
  if (form === 'comment') return OUTSIDE;
  const span = inRaw(step, nameSpan(step.line.text.text));
  if (inLine < span.start) return OUTSIDE;
  if (form === 'close') return inLine <= span.end ? { at: 'closing', span } : OUTSIDE;
  const directive = resolve(step, ask);
  return inLine <= span.end ? { at: 'name', span, directive } : argumentSpot(directive, inLine);
}

function argumentSpot(directive: Directive, inLine: number): Spot {
  if (isBehindBracket(directive, inLine)) return OUTSIDE;
  const { words, step } = directive;
  const spans = words.map((word) => inRaw(step, word.span));
  const index = spans.findIndex(({ end }) => inLine <= end);
  const span = spans[index];
  if (!span) return behindWords(directive, inLine);
  return inLine < span.start ? newArgument(directive, index, inLine) : writtenArgument(directive, index, inLine);
}

/** Behind the last word; an argument that goes on to the end of the line, or whose quote is open, is not over yet. */
function behindWords(directive: Directive, inLine: number): Spot {
  const last = directive.words.length - 1;
  const splitter = directive.entry?.splitter;
  const goesOnHere = splitter === 'raw' || splitter === 'require' || isQuoteOpen(directive, last);
  return last >= 0 && goesOnHere ? writtenArgument(directive, last, inLine) : newArgument(directive, last + 1, inLine);
}

function isBehindBracket({ header, step }: Directive, inLine: number): boolean {
  const bracket = header?.bracket;
  return bracket !== undefined && inLine > inRaw(step, { start: bracket, end: bracket + 1 }).start;
}

/** Whether a word, by its number, begins with a quote that nothing closes. */
export function isQuoteOpen({ words, step }: Directive, index: number): boolean {
  const word = words[index];
  return word?.quote !== undefined && valueSpan(word.value).end === inRaw(step, word.span).end;
}

function newArgument(directive: Directive, index: number, inLine: number): Spot {
  const { entry, words } = directive;
  const slot = entry && slotAt(slotsFor(entry, leadOf(words.slice(0, index)), undefined), index, undefined);
  const argument = { index, written: false, value: verbatim('', inLine), parts: [], offset: 0, ...(slot && { slot }) };
  return { at: 'argument', directive, argument };
}

/** On a quote, or outside of it, is not in the argument. */
function writtenArgument(directive: Directive, index: number, inLine: number): Spot {
  const word = directive.words[index];
  if (!word) return OUTSIDE;
  const { value } = word;
  const span = valueSpan(value);
  const open = index === directive.words.length - 1 && (word.quote === undefined || isQuoteOpen(directive, index));
  if (inLine < span.start || (inLine > span.end && !open)) return OUTSIDE;
  const offset = inLine > span.end ? value.text.length + inLine - span.end : offsetAt(value, inLine);
  const slot = directive.slots[index];
  const parts = directive.parts[index] ?? [];
  return { at: 'argument', directive, argument: { index, written: true, value, parts, offset, ...(slot && { slot }) } };
}

function valueSpan(value: Mapped): Span {
  return sourceSpan(value, { start: 0, end: value.text.length });
}

/** A range of the `raw` of the cursor's line, in offsets of the file. */
export function inFile({ lineStart }: Cursor, span: Span): Span {
  return { start: lineStart + span.start, end: lineStart + span.end };
}
