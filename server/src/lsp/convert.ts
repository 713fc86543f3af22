import type { Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Span } from '../engine/engine.ts';

/** Offsets and positions both count UTF-16 units. */
export function toRange(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

/** A range that a client gave the wrong way round is turned. */
export function toSpan(text: TextDocument, range: Range): Span {
  const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

export function toTextEdit(text: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(text, edit.span), newText: edit.text };
}
