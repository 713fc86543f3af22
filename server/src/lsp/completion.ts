import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type CompletionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completion, withoutPlaceholders, type CompletionItem as Item } from '../engine/engine.ts';
import { toTextEdit } from './convert.ts';
import type { Client } from './handler.ts';
import type { View } from './session.ts';

export function run(
  { text, snapshot, evaluation }: View,
  { position }: CompletionParams,
  { capabilities }: Client,
): CompletionItem[] {
  const takesSnippets = capabilities().textDocument?.completion?.completionItem?.snippetSupport ?? false;
  return completion(snapshot, evaluation, text.offsetAt(position)).map((item) => toItem(text, item, takesSnippets));
}

function toItem(text: TextDocument, item: Item, takesSnippets: boolean): CompletionItem {
  const { label, kind, detail, deprecated, sortText, filterText, snippet, span, additionalEdits, data } = item;
  const insertText = snippet && !takesSnippets ? withoutPlaceholders(item.insertText) : item.insertText;
  return {
    label,
    kind: CompletionItemKind[kind],
    sortText,
    filterText,
    textEdit: toTextEdit(text, { span, text: insertText }),
    insertTextFormat: snippet && takesSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail !== undefined && { detail }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(additionalEdits && { additionalTextEdits: additionalEdits.map((edit) => toTextEdit(text, edit)) }),
    ...(data && { data }),
  };
}
