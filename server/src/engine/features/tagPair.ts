import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { partnerOf } from '../syntax/enclosing.ts';
import { nameWord, textOf, type Line } from '../syntax/line.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { locate } from './cursor.ts';

/** A name in a tag. */
interface TagName {
  /** In offsets of the file. */
  readonly span: Span;
  readonly text: string;
}

/** The names in both tags of a section of which the cursor is in one; none anywhere else. Their spans are offsets of the file. */
export function tagHighlights(snapshot: Snapshot, evaluation: Evaluation, offset: number): Span[] {
  return tagNames(snapshot, evaluation, offset).map(({ span }) => span);
}

/**
 * The names in both tags where they are to be typed as one. They must be spelt alike, since an editor puts the text of one
 * in the place of the other, and be plain words: what a variable or a continuation makes of them is not seen there.
 */
export function linkedNames(snapshot: Snapshot, evaluation: Evaluation, offset: number): Span[] {
  const names = tagNames(snapshot, evaluation, offset);
  const isPlain = names.every(({ text }) => text === names[0]?.text && /^\w+$/.test(text));
  return isPlain ? names.map(({ span }) => span) : [];
}

function tagNames(snapshot: Snapshot, evaluation: Evaluation, offset: number): TagName[] {
  const { step, spot } = locate(snapshot, evaluation, offset);
  if (!step || (spot.at !== 'name' && spot.at !== 'closing')) return [];
  const { file } = evaluation;
  const partner = partnerOf(file, step.ref);
  if (!partner) return [];
  const here = nameAt(file, step.ref);
  if (offset < here.span.start || here.span.end < offset) return [];
  const there = nameAt(file, partner);
  return spot.at === 'name' ? [here, there] : [there, here];
}

function nameAt(file: SourceFile, ref: LineRef): TagName {
  const line = ref.chunk.lines[ref.index] as Line;
  const text = textOf(line);
  const { start, end } = sourceSpan(text, nameWord(text.text));
  const at = lineOffset(file, ref) ?? 0;
  return { span: { start: at + start, end: at + end }, text: line.raw.slice(start, end) };
}
