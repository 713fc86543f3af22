import { MarkupKind, type CompletionItem } from 'vscode-languageserver';
import { completionDocumentation, type CompletionData } from '../engine/engine.ts';

/** An item of the list with its documentation, which is long: it is made for the one that is looked at. */
export function run(item: CompletionItem): CompletionItem {
  const data = item.data as CompletionData | undefined;
  const value = data && completionDocumentation(data);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
