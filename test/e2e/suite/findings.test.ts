import * as assert from 'node:assert';
import * as vscode from 'vscode';
import {
  apply,
  codeOf,
  create,
  describe,
  findingOf,
  findings,
  isOpen,
  open,
  problems,
  quickFixes,
  set,
  textOf,
  tidyUp,
  write,
} from './helpers.ts';

const THREE_FAULTS = [
  '17 Information directive-case: loadModule',
  '18 Error unknown-directive: LoadModul',
  '19 Error module-identifier: Rewrite_module',
];

suite('findings', () => {
  teardown(tidyUp);

  test('httpd.conf and .htaccess are ours, a bare .conf is not', async () => {
    const editors = [];
    for (const name of ['httpd.conf', 'htdocs/.htaccess', 'extra/httpd-headers.conf']) editors.push(await open(name));
    editors.push(await create('bare.conf', 'ServerName www.example.com\n'));
    const languages = editors.map(({ document }) => document.languageId);
    assert.deepStrictEqual(languages, ['apacheconf', 'apacheconf', 'apacheconf', 'properties']);
  });

  test('the sample shows its faults, each in its colour, on one word', async () => {
    const { document } = await open('httpd.conf');
    const found = await findings(document, (all) => all.length >= THREE_FAULTS.length);
    assert.deepStrictEqual(describe(document, found), THREE_FAULTS);
    assert.ok(found.every(({ source }) => source === 'htconf'));
  });

  test('a code is a link to its explanation', async () => {
    const { document } = await open('httpd.conf');
    const { code } = await findingOf(document, 'unknown-directive');
    assert.ok(typeof code === 'object', 'the code has no link');
    assert.match(code.target.toString(true), /unknown-directive/);
  });

  test('a setting is followed at once', async () => {
    const { document } = await open('httpd.conf');
    await findingOf(document, 'directive-case');
    await set('htconf.rules', { 'directive-case': 'off', 'unknown-directive': 'warning' });
    const others = (found: readonly vscode.Diagnostic[]): boolean =>
      found.length > 0 && found.every(({ code }) => codeOf(code) !== 'directive-case');
    const found = await findings(document, others);
    assert.deepStrictEqual(describe(document, found), [
      '18 Warning unknown-directive: LoadModul',
      '19 Error module-identifier: Rewrite_module',
    ]);
    await set('htconf.rules', undefined);
    await findingOf(document, 'directive-case');
  });

  test('Restart Server: the findings go and come back', async () => {
    const { document } = await open('httpd.conf');
    await findings(document, (all) => all.length === THREE_FAULTS.length);
    let wentAway = false;
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      wentAway ||= vscode.languages.getDiagnostics(document.uri).length === 0;
    });
    await vscode.commands.executeCommand('htconf.restartServer');
    const found = await findings(document, (all) => wentAway && all.length > 0);
    subscription.dispose();
    assert.deepStrictEqual(describe(document, found), THREE_FAULTS);
  });
});

suite('the whole configuration', () => {
  teardown(tidyUp);

  test('an error in an included file is listed while only httpd.conf is open, until the file is mended', async () => {
    const status = 'extra/httpd-status.conf';
    await open('httpd.conf');
    await problems(status, '5 Error section-not-closed');
    assert.ok(!isOpen(status), `${status} is open`);
    const text = await textOf(status);
    await write(status, `${text}</Location>\n`);
    await problems(status);
    await write(status, text);
    await problems(status, '5 Error section-not-closed');
  });
});

/** No UTF-8. */
const LATIN_1 = Uint8Array.from('Define NAME caf\xe9\nOptions Indxes\n', (character) => character.charCodeAt(0));

suite('files that come and go', () => {
  teardown(tidyUp);

  test('an included file that is not there is missed until it is there, whatever its encoding', async () => {
    await create('coming/httpd.conf', 'Include conf.d/site.conf\n');
    await problems('coming/httpd.conf', '1 Error include-missing');
    await write('coming/conf.d/site.conf', LATIN_1);
    await problems('coming/httpd.conf');
    await problems('coming/conf.d/site.conf', '2 Error keyword-value');
  });
});

suite('fixes', () => {
  teardown(tidyUp);

  test('the quick fix makes the mistyped LoadModule right', async () => {
    const { document } = await open('httpd.conf');
    const fix = (await quickFixes(document, await findingOf(document, 'unknown-directive'))).find(
      ({ isPreferred }) => isPreferred,
    );
    assert.ok(fix, 'no preferred fix is offered');
    await apply(fix);
    assert.strictEqual(document.lineAt(17).text, 'LoadModule expires_module modules/mod_expires.so');
    await findings(document, (all) => all.length > 0 && all.every(({ code }) => codeOf(code) !== 'unknown-directive'));
  });

  test('loadModule is information, and its preferred fix is the usual spelling', async () => {
    const { document } = await open('httpd.conf');
    const finding = await findingOf(document, 'directive-case');
    assert.strictEqual(finding.severity, vscode.DiagnosticSeverity.Information);
    const fixes = await quickFixes(document, finding);
    const preferred = fixes.filter(({ isPreferred }) => isPreferred);
    assert.strictEqual(preferred.length, 1, `offered: ${fixes.map(({ title }) => title).join(', ')}`);
    await apply(preferred[0] as vscode.CodeAction);
    assert.strictEqual(document.lineAt(16).text, 'LoadModule headers_module modules/mod_headers.so');
    await findings(document, (all) => all.length > 0 && all.every(({ code }) => codeOf(code) !== 'directive-case'));
  });
});
