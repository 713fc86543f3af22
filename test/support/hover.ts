import assert from 'node:assert/strict';
import { hover } from '../../server/src/engine/features/index.ts';
import { evaluateText, splitAtCursor, type TextOptions } from './text.ts';

export interface ExpectedHover extends TextOptions {
  /** The text that it is about. */
  readonly on: string;
  readonly says?: readonly (string | RegExp)[];
  readonly never?: readonly string[];
}

/** Checks what is said of the thing at the mark. */
export function checkHover(marked: string, expected: ExpectedHover): void {
  const { text, offset } = splitAtCursor(marked);
  const { snapshot, evaluation } = evaluateText(text, expected);
  const found = hover(snapshot, evaluation, offset);
  assert.ok(found, 'there is nothing to say');
  assert.equal(text.slice(found.span.start, found.span.end), expected.on);
  for (const words of expected.says ?? []) {
    if (typeof words === 'string') assert.ok(found.markdown.includes(words), `${words} in:\n${found.markdown}`);
    else assert.match(found.markdown, words);
  }
  for (const words of expected.never ?? [])
    assert.ok(!found.markdown.includes(words), `${words} in:\n${found.markdown}`);
}

export function checkNoHover(marked: string, options: TextOptions = {}): void {
  const { text, offset } = splitAtCursor(marked);
  const { snapshot, evaluation } = evaluateText(text, options);
  assert.equal(hover(snapshot, evaluation, offset), undefined);
}
