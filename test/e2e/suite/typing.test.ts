import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { accept } from './completion.ts';
import { apply, create, eventually, findingOf, quickFixes, set, tidyUp } from './helpers.ts';

suite('typing', () => {
  teardown(tidyUp);

  test('the closing tag comes by itself, Enter goes between the tags, and Undo takes it away', async () => {
    const editor = await create('typed.apacheconf', '');
    await type('<Directory "/srv">', editor, '<Directory "/srv">\n</Directory>');
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(editor.document.getText(), '<Directory "/srv">');
    await vscode.commands.executeCommand('redo');
    await type('\n', editor, '<Directory "/srv">\n    \n</Directory>');
    await type('Options None\n', editor, '<Directory "/srv">\n    Options None\n    \n</Directory>');
  });

  test('no closing tag where the settings do not want it', async () => {
    await set('htconf.autoClosingTags', false);
    const editor = await create('alone.apacheconf', '\n');
    await type('<If "true">\n', editor, '<If "true">\n    \n');
    await type('</If>', editor, '<If "true">\n</If>\n');
    await set('htconf.autoClosingTags', undefined);
  });

  test('a whole block is completed, indented as the editor does', async () => {
    const editor = await create('block.apacheconf', '');
    await accept(editor, 'server-status', new vscode.Position(0, 0));
    const block = '<Location "/server-status">\n    SetHandler server-status\n    Require local\n</Location>\n';
    assert.strictEqual(editor.document.getText(), block);
  });

  test('the last fix of a finding is the comment that suppresses it, with the reason selected', async () => {
    const editor = await create('suppressed.apacheconf', 'Listen 80\n  Lissten 81\n');
    const fixes = await quickFixes(editor.document, await findingOf(editor.document, 'unknown-directive'));
    const last = fixes.at(-1);
    assert.strictEqual(last?.title, 'Suppress unknown-directive in this line');
    await apply(last);
    const comment = '  # htconf-ignore-next-line unknown-directive: reason';
    assert.strictEqual(editor.document.getText(), `Listen 80\n${comment}\n  Lissten 81\n`);
    assert.strictEqual(editor.document.getText(editor.selection), 'reason');
  });

  test('both tags of a section are shown', async () => {
    const { document } = await create('tags.apacheconf', '<Directory "/srv">\n</Directory>\n');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(0, 4),
    );
    assert.deepStrictEqual(
      found.map(({ range }) => document.getText(range)),
      ['Directory', 'Directory'],
    );
  });
});

/** Types a text key by key, and waits until the document is as wanted. */
async function type(text: string, { document }: vscode.TextEditor, wanted: string): Promise<void> {
  for (const key of text) await vscode.commands.executeCommand('type', { text: key });
  const isThere = (): boolean => document.getText() === wanted;
  await eventually(vscode.workspace.onDidChangeTextDocument, isThere, () => document.getText());
}
