import assert from 'node:assert/strict';
import { semanticTokens } from '../../server/src/engine/features/index.ts';
import { evaluateText, type TextOptions } from './text.ts';

/** Checks all tokens of a text, each as its text and its type, with its modifier behind. */
export function checkTokens(text: string, expected: readonly string[], options: TextOptions = {}): void {
  const { evaluation } = evaluateText(text, options);
  const found = semanticTokens(evaluation).map(({ span, type, modifier }) =>
    [text.slice(span.start, span.end), type, ...(modifier ? [modifier] : [])].join(' '),
  );
  assert.deepEqual(found, expected);
}
