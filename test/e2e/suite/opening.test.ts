import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { create, eventually, open, set, textOf, tidyUp, write } from './helpers.ts';

const FRAGMENT = 'ProxyPreserveHost On\nProxyPass "/app/" "http://127.0.0.1:8080/app/"\n';
const NGINX = 'server {\n    listen 80;\n    location / {\n        root /srv/www;\n    }\n}\n';

/** Names, each with the language that it gives by itself. */
const NAMES: Readonly<Record<string, string>> = {
  'names/mods-available/ssl.load': 'apacheconf',
  'names/mods-enabled/ssl.conf': 'apacheconf',
  'names/sites-available/000-default': 'apacheconf',
  'names/conf.modules.d/00-base.conf': 'apacheconf',
  'names/apache2/conf-available/charset.conf': 'apacheconf',
  'names/build/httpd.conf.in': 'apacheconf',
  'names/build/httpd-ssl.conf.in': 'apacheconf',
  'names/a.vhost': 'apacheconf',
  'names/sub/.htaccess': 'apacheconf',
  'names/apache2/envvars': 'plaintext',
  'names/apache2/magic': 'plaintext',
  'names/nginx/nginx.conf': 'properties',
  'names/other/ssl.load': 'plaintext',
};

suite('opening a file', () => {
  teardown(async () => {
    await set('files.associations', undefined);
    await tidyUp();
  });

  test('a .conf that is httpd by its content: one question, and none once it is answered', async () => {
    const { document } = await create('bare/proxy.conf', FRAGMENT);
    assert.strictEqual(document.languageId, 'properties');
    await acceptQuestion(document, 'apacheconf');
    assert.deepStrictEqual(associations(), { '**/bare/proxy.conf': 'apacheconf' });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('bare/other.conf', 'a = b\n');
    const again = await open('bare/proxy.conf');
    assert.strictEqual(again.document.languageId, 'apacheconf');
    assert.strictEqual((await open('bare/other.conf')).document.languageId, 'properties');
  });

  test('a name says what is ours, and nothing else is', async () => {
    const found: Record<string, string> = {};
    for (const name of Object.keys(NAMES)) found[name] = (await create(name, '')).document.languageId;
    assert.deepStrictEqual(found, NAMES);
  });

  test('a site of nginx is given back, without a question, one of httpd stays ours', async () => {
    await create('sites-available/wiki', `<VirtualHost *:80>\n${FRAGMENT}</VirtualHost>\n`);
    await create('sites-available/shop', NGINX);
    const isGivenBack = (): boolean => languageOf('sites-available/shop') === 'plaintext';
    await eventually(vscode.workspace.onDidOpenTextDocument, isGivenBack, () => languageOf('sites-available/shop'));
    assert.strictEqual(languageOf('sites-available/wiki'), 'apacheconf');
    assert.strictEqual(await textOf('sites-available/shop'), NGINX);
    assert.strictEqual(associations(), undefined);
  });

  test('where a fragment is included is written into it', async () => {
    const { document } = await create('part.apacheconf', 'Timeout 9\n');
    await vscode.commands.executeCommand('htconf.setContext', 'vhost');
    assert.strictEqual(document.getText(), '# htconf: context=vhost\nTimeout 9\n');
    await vscode.commands.executeCommand('htconf.setContext', 'server');
    assert.strictEqual(document.getText(), '# htconf: context=server\nTimeout 9\n');
  });
});

/** Presses the first button of the notification, which comes when the server has looked at the document. */
async function acceptQuestion(document: vscode.TextDocument, language: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (document.languageId !== language && Date.now() < end) {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
  }
  assert.strictEqual(document.languageId, language);
}

function associations(): unknown {
  return vscode.workspace.getConfiguration('files').inspect('associations')?.workspaceValue;
}

/** Of a document that is open. */
function languageOf(name: string): string | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(`/${name}`))?.languageId;
}
