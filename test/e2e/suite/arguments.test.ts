import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { completions } from './completion.ts';
import { after, create, findingOf, tidyUp } from './helpers.ts';

const RULE = 'RewriteRule ^/a/(.*)$ https://%{HTTP_HOST}/$1 [R=301,]\n';

suite('arguments', () => {
  teardown(tidyUp);

  test('flags are offered inside the brackets, and variables behind %{', async () => {
    const { document } = await create('flags.apacheconf', RULE);
    await findingOf(document, 'rewrite-flags'); // the server has started
    const flags = await completions(document, after(document, 'R=301,'));
    assert.ok(flags.includes('NC') && !flags.includes('R'), flags.join(' '));
    const variables = await completions(document, after(document, '%{'));
    assert.ok(variables.includes('HTTP_HOST') && !variables.includes('NC'), variables.join(' '));
  });

  test('hover explains a flag, and says what $1 is', async () => {
    const { document } = await create('hover.apacheconf', RULE);
    assert.match(await hoverAt(document, after(document, '[')), /`R`/);
    assert.match(await hoverAt(document, after(document, '/$')), /`\(\.\*\)` in/);
  });

  test('help shows the parameter that is being written', async () => {
    const { document } = await create('help.apacheconf', 'RewriteRule ^/a \n');
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      after(document, '^/a '),
      ' ',
    );
    const signature = help.signatures[help.activeSignature];
    assert.strictEqual(signature?.label, 'RewriteRule pattern substitution [flags]');
    const shown = signature.parameters[help.activeParameter]?.label;
    assert.strictEqual(Array.isArray(shown) ? signature.label.slice(...shown) : shown, 'substitution');
  });

  test('a bad expression is underlined where it is wrong', async () => {
    const { document } = await create('expression.apacheconf', '<If "%{HTTPS} === \'on\'">\n</If>\n');
    const { range } = await findingOf(document, 'expression');
    assert.ok(range.isSingleLine && document.getText(range).length < 5, document.getText(range));
  });

  test('names, words and variables have the colours of their meaning', async () => {
    const { document } = await create('colours.apacheconf', 'KeepAlive On\n');
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = [3, 8].map((at) => legend.tokenTypes[data[at] ?? -1]);
    assert.deepStrictEqual(types, ['function', 'enumMember']);
  });
});

async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}
