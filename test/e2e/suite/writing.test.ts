import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { accept, completions } from './completion.ts';
import { after, tidyUp, create, open, set, textOf } from './helpers.ts';

suite('writing', () => {
  teardown(tidyUp);

  test('completion offers LoadModule', async () => {
    const editor = await create('name.apacheconf', 'LoadMo\n');
    await accept(editor, 'LoadModule', new vscode.Position(0, 6));
    assert.match(editor.document.getText(), /^LoadModule ?\n$/);
  });

  test('after LoadModule, rewrite_module fills identifier and file', async () => {
    const above = 'LoadModule alias_module modules/mod_alias.so\n';
    const editor = await create('module.apacheconf', `${above}LoadModule rewr\n`);
    await accept(editor, 'rewrite_module', new vscode.Position(1, 15));
    assert.strictEqual(editor.document.getText(), `${above}LoadModule rewrite_module modules/mod_rewrite.so\n`);
  });

  test('a value is offered in its place only', async () => {
    const { document } = await create('value.apacheconf', 'ExtendedStatus \n');
    assert.deepStrictEqual(await completions(document, new vscode.Position(0, 15)), ['On', 'Off']);
  });

  test('Format Document tidies up and changes nothing that httpd reads', async () => {
    const { document } = await open('golden/untidy.apacheconf');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.strictEqual(document.getText(), await textOf('golden/httpd.conf'));
  });

  test('fix-all on save repairs letter case and nothing that is a guess', async () => {
    const editor = await create('save.apacheconf', '');
    await set('editor.codeActionsOnSave', { 'source.fixAll.htconf': 'explicit' });
    const typed = [
      'loadModule alias_module modules/mod_alias.so',
      'LoadModul expires_module modules/mod_expires.so',
      '',
    ];
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), typed.join('\n'));
    });
    assert.ok(await editor.document.save());
    const saved = await textOf('save.apacheconf');
    assert.deepStrictEqual(saved.split('\n'), ['LoadModule alias_module modules/mod_alias.so', typed[1], '']);
  });
});

suite('reading', () => {
  teardown(tidyUp);

  test('hover explains a directive and links to its manual page', async () => {
    const { document } = await open('httpd.conf');
    const position = after(document, '\nDocumentRo');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(
      text.join('\n'),
      /DocumentRoot[^]*https:\/\/httpd\.apache\.org\/docs\/2\.4\/mod\/core\.html#documentroot/,
    );
  });

  test('the outline has the sections', async () => {
    const { document } = await open('httpd.conf');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const sections = symbols.filter(({ name }) => name.startsWith('Directory '));
    assert.deepStrictEqual(
      sections.map(({ range }) => [range.start.line + 1, range.end.line + 1]),
      [
        [30, 33],
        [35, 39],
      ],
    );
  });

  test('sections fold, whatever their indentation', async () => {
    const { document } = await open('golden/untidy.apacheconf');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const folded = ranges.map(({ start, end }) => [document.lineAt(start).text, document.lineAt(end + 1).text]);
    assert.deepStrictEqual(folded, [
      ['<Directory   "/srv/www">', '</Directory>'],
      ['    <IfModule mod_rewrite.c>', '</IfModule>'],
    ]);
  });
});
