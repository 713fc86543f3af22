import { SnippetString, TextDocumentChangeReason, window, type TextDocumentChangeEvent } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CLOSING_TAG } from './protocol.ts';

/** From now on the closing tag that is due is inserted behind a `>` that a person types; asked once the server knows of that. */
export function closeTags(client: BaseLanguageClient): void {
  client.middleware.didChange = async (event, next) => {
    await next(event);
    if (isTypedBracket(event)) void closeTag(client, event);
  };
}

function isTypedBracket({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  const isUndone = reason === TextDocumentChangeReason.Undo || reason === TextDocumentChangeReason.Redo;
  const isShown = window.activeTextEditor?.document === document;
  return isShown && !isUndone && contentChanges.length === 1 && contentChanges[0]?.text === '>';
}

/** A document that changes before the answer is there stays alone. Where the cursor is, the extension may not have heard yet. */
async function closeTag(client: BaseLanguageClient, { document, contentChanges }: TextDocumentChangeEvent) {
  const { version } = document;
  const position = contentChanges[0]?.range.start.translate(0, 1);
  if (!position) return;
  const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri), version };
  const asked = { textDocument, position: client.code2ProtocolConverter.asPosition(position) };
  const snippet = await client.sendRequest<string | null>(CLOSING_TAG, asked);
  const editor = window.activeTextEditor;
  if (snippet === null || editor?.document !== document || document.version !== version) return;
  await editor.insertSnippet(new SnippetString(snippet), position);
}
