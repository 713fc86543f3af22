import * as assert from 'node:assert';
import * as vscode from 'vscode';

/** The labels that completion offers at a position, in the order in which it shows them. */
export async function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[]> {
  return (await completionItems(document, position))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
    .map(labelOf);
}

/** Does what the editor does when a person accepts a completion. */
export async function accept(editor: vscode.TextEditor, label: string, position: vscode.Position): Promise<void> {
  const items = await completionItems(editor.document, position);
  const item = items.find((candidate) => labelOf(candidate) === label);
  assert.ok(item, `${label} is not offered, but: ${items.map(labelOf).join(', ')}`);
  const { insertText = label, range, additionalTextEdits = [] } = item;
  const snippet = typeof insertText === 'string' ? new vscode.SnippetString().appendText(insertText) : insertText;
  const word = editor.document.getWordRangeAtPosition(position) ?? position;
  await editor.insertSnippet(snippet, range instanceof vscode.Range ? range : (range?.replacing ?? word));
  const more = new vscode.WorkspaceEdit();
  more.set(editor.document.uri, additionalTextEdits);
  await vscode.workspace.applyEdit(more);
}

async function completionItems(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function sortKey(item: vscode.CompletionItem): string {
  return item.sortText ?? labelOf(item);
}
