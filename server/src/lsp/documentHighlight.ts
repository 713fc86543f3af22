import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import { tagHighlights } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { View } from './session.ts';

/** Null where the editor is to look for the same word by itself. */
export function run({ text, snapshot, evaluation }: View, { position }: DocumentHighlightParams) {
  const spans = tagHighlights(snapshot, evaluation, text.offsetAt(position));
  const found = spans.map((span): DocumentHighlight => ({
    range: toRange(text, span),
    kind: DocumentHighlightKind.Text,
  }));
  return found.length > 0 ? found : null;
}
