import { trimmedEnd } from '../base/blanks.ts';
import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { enclosingTags, partnerOf } from '../syntax/enclosing.ts';
import { indentation, nameWord, type Line } from '../syntax/line.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { inFile, locate, type Cursor } from './cursor.ts';

/**
 * What a growing selection takes in, in offsets of the file, each range inside the next one: a part of an argument, the
 * argument, all arguments, the line, the lines of the section, the section with its tags, and so on to the whole file.
 */
export function selectionRanges(snapshot: Snapshot, evaluation: Evaluation, offset: number): Span[] {
  const cursor = locate(snapshot, evaluation, offset);
  const { file } = evaluation;
  const inLine = inLineSpans(cursor).map((span) => inFile(cursor, span));
  const sections = cursor.step ? sectionSpans(file, cursor.step.ref) : [];
  const whole = { start: 0, end: file.offsets.at(-1) ?? 0 };
  return growing([...inLine, ...sections, whole], { start: offset, end: offset });
}

/** Sections that cross give ranges that do not lie in each other: those are left out. */
function growing(spans: readonly Span[], from: Span): Span[] {
  const kept: Span[] = [];
  let last = from;
  for (const span of spans) {
    const isLarger = span.end - span.start > last.end - last.start;
    if (!isLarger || span.start > last.start || span.end < last.end) continue;
    kept.push(span);
    last = span;
  }
  return kept;
}

/** In the `raw` of the line, from the inside to the outside. */
function inLineSpans({ step, spot }: Cursor): Span[] {
  if (!step) return [];
  const line = lineText(step.source);
  if (spot.at === 'name' || spot.at === 'closing') {
    return [inRaw(step, nameWord(step.line.text.text)), spot.span, line];
  }
  if (spot.at !== 'argument') return [line];
  const { argument, directive } = spot;
  const { value, parts, offset } = argument;
  const part = parts.find(({ span }) => span.start <= offset && offset <= span.end);
  const words = directive.words.map((word) => inRaw(step, word.span));
  return [
    ...(part ? [sourceSpan(value, part.span)] : []),
    sourceSpan(value, { start: 0, end: value.text.length }),
    ...words.slice(argument.index, argument.index + 1),
    ...allOf(words),
    line,
  ];
}

function allOf(words: readonly Span[]): Span[] {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** Without the blanks around it. */
function lineText(line: Line): Span {
  return { start: indentation(line), end: trimmedEnd(line.raw) };
}

/** The section that begins on the line, and those around it: of each the lines in it, then all of it. */
function sectionSpans(file: SourceFile, ref: LineRef): Span[] {
  return [ref, ...enclosingTags(file, ref)].flatMap((tag) => {
    const closing = partnerOf(file, tag);
    return closing && lineOf(tag).form === 'open' ? sectionSpan(file, tag, closing) : [];
  });
}

function sectionSpan(file: SourceFile, opening: LineRef, closing: LineRef): Span[] {
  const from = lineOffset(file, opening) ?? 0;
  const to = lineOffset(file, closing) ?? 0;
  return [
    { start: from + lineOf(opening).raw.length, end: to },
    { start: from + lineText(lineOf(opening)).start, end: to + lineText(lineOf(closing)).end },
  ];
}

function lineOf({ chunk, index }: LineRef): Line {
  return chunk.lines[index] as Line;
}
