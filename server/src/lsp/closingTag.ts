import type { TextDocumentPositionParams, VersionedTextDocumentIdentifier } from 'vscode-languageserver';
import { dueClosingTag } from '../engine/engine.ts';
import type { View } from './session.ts';

export interface ClosingTagParams extends TextDocumentPositionParams {
  readonly textDocument: VersionedTextDocumentIdentifier;
}

/** The snippet with the closing tag that is due at the position; the cursor stays where it is. */
export function run(
  { text, snapshot, evaluation, settings }: View,
  { textDocument, position }: ClosingTagParams,
): string | null {
  if (!settings.autoClosingTags || textDocument.version !== text.version) return null;
  const due = dueClosingTag(snapshot, evaluation, text.offsetAt(position));
  return due ? `$0\n${due.tag}` : null;
}
