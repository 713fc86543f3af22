import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { apply, codeOf, create, describe, findingOf, findings, quickFixes, tidyUp, write } from './helpers.ts';

suite('what a configuration lacks', () => {
  teardown(tidyUp);

  test('the fix of module-not-loaded loads the module, and the error is gone', async () => {
    const { document } = await create(
      'solver/httpd.conf',
      'LoadModule mpm_event_module modules/mod_mpm_event.so\nRewriteEngine On\n',
    );
    const fixes = await quickFixes(document, await findingOf(document, 'module-not-loaded'));
    const fix = fixes.find(({ isPreferred }) => isPreferred);
    assert.ok(fix, `no preferred fix is offered, but: ${fixes.map(({ title }) => title).join(', ')}`);
    await apply(fix);
    assert.match(document.getText(), /^LoadModule rewrite_module modules\/mod_rewrite\.so$/m);
    await findings(document, (all) => all.every(({ code }) => codeOf(code) !== 'module-not-loaded'));
  });

  test('that a directive is our own goes to the settings, and nothing more is said of it', async () => {
    const { document } = await create('ours.apacheconf', 'MyThing On\n');
    const fixes = await quickFixes(document, await findingOf(document, 'unknown-directive'));
    const fix = fixes.find(({ title }) => title.includes('our own'));
    assert.ok(fix, `it is not offered, but: ${fixes.map(({ title }) => title).join(', ')}`);
    await apply(fix);
    await findings(document, (all) => all.length === 0);
    const { workspaceFolderValue } =
      vscode.workspace.getConfiguration('htconf', document.uri).inspect('directives') ?? {};
    assert.deepStrictEqual(workspaceFolderValue, ['MyThing']);
  });
});

suite('what is read', () => {
  teardown(tidyUp);

  test('a block that this httpd does not read is dimmed', async () => {
    const { document } = await create('dead.apacheconf', '<IfVersion < 2.4>\nOrder allow,deny\n</IfVersion>\n');
    const { severity, tags } = await findingOf(document, 'dead-branch');
    assert.strictEqual(severity, vscode.DiagnosticSeverity.Hint);
    assert.deepStrictEqual(tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  test('under another main configuration other things are wrong', async () => {
    const reads = 'Include ../shared/site.apacheconf\n';
    await write('roots/a/httpd.conf', `Define SSL\n${reads}`);
    await write('roots/b/httpd.conf', reads);
    const { document } = await create('roots/shared/site.apacheconf', '<IfDefine SSL>\nLissten 80\n</IfDefine>\n');
    const shows = (wanted: string) =>
      findings(document, (all) => describe(document, all).join() === `2 ${wanted} unknown-directive: Lissten`);
    await shows('Error');
    await vscode.commands.executeCommand('htconf.chooseRoot', 'roots/b/httpd.conf');
    await shows('Warning');
    await vscode.commands.executeCommand('htconf.chooseRoot', 'roots/a/httpd.conf');
    await shows('Error');
    await vscode.commands.executeCommand('htconf.chooseRoot', 'none');
    await shows('Warning');
  });
});
