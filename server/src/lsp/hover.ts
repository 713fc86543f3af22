import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { hover } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { View } from './session.ts';

export function run({ text, snapshot, evaluation }: View, { position }: HoverParams): Hover | null {
  const found = hover(snapshot, evaluation, text.offsetAt(position));
  if (!found) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: toRange(text, found.span) };
}
