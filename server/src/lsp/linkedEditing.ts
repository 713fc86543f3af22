import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import { linkedNames } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { View } from './session.ts';

/** What a name may be while both tags are typed as one; it may be gone for a moment. */
const NAME = '\\w*';

export function run({ text, snapshot, evaluation }: View, { position }: LinkedEditingRangeParams) {
  const names = linkedNames(snapshot, evaluation, text.offsetAt(position));
  if (names.length === 0) return null;
  const linked: LinkedEditingRanges = { ranges: names.map((span) => toRange(text, span)), wordPattern: NAME };
  return linked;
}
