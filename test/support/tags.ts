import assert from 'node:assert/strict';
import { linkedNames, selectionRanges, tagHighlights } from '../../server/src/engine/features/index.ts';
import { evaluateText, splitAtCursor, type TextOptions } from './text.ts';

/** A text with `«` and `»` around each of some ranges that do not overlap. */
function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const ordered = [...spans].sort((a, b) => b.start - a.start);
  return ordered.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}«${rest.slice(start, end)}»${rest.slice(end)}`,
    text,
  );
}

/** Checks what is shown beside the name at the mark: the text again, with `«»` around each place; without any where there are none. */
export function checkHighlight(text: string, expected: string): void {
  checkRanges(text, expected, tagHighlights);
}

/** Checks what is typed together with the name at the mark, written in the same way. */
export function checkLinked(text: string, expected: string): void {
  checkRanges(text, expected, linkedNames);
}

function checkRanges(text: string, expected: string, ranges: typeof linkedNames): void {
  const at = splitAtCursor(text);
  const { snapshot, evaluation } = evaluateText(at.text);
  assert.equal(marked(at.text, ranges(snapshot, evaluation, at.offset)), expected);
}

/** Checks what a selection grows to, step by step, from the mark on. */
export function checkSelection(text: string, expected: readonly string[], options: TextOptions = {}): void {
  const at = splitAtCursor(text);
  const { snapshot, evaluation } = evaluateText(at.text, options);
  const spans = selectionRanges(snapshot, evaluation, at.offset);
  assert.deepEqual(
    spans.map(({ start, end }) => at.text.slice(start, end)),
    expected,
  );
  spans.forEach(({ start, end }, i) => {
    const inner = spans[i - 1] ?? { start: at.offset, end: at.offset };
    assert.ok(start <= inner.start && inner.end <= end, 'each range lies in the next one');
  });
}
