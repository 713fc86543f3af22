import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest, type Hover } from 'vscode-languageserver/node';
import { LIMIT } from './startServer.ts';
import { makeTree, shown, shows, startInTree, tell } from './tree.ts';

/** A main configuration that grants the folder of its documents something. */
const main = (words: string): string => `Listen 8080
ServerName www.example.com
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authn_core_module modules/mod_authn_core.so
ServerRoot "/etc/httpd"
DocumentRoot "/etc/httpd/htdocs"
<Directory "/etc/httpd/htdocs">
    AllowOverride ${words}
</Directory>
`;

const HTACCESS = 'ErrorDocument 404 /x\nAuthName Members\n';

for (const [file, folder] of [
  ['httpd.conf', 'htdocs/.htaccess'],
  ['conf/httpd.conf', 'htdocs/deep/.htaccess'],
] as const) {
  test(`${folder}, opened alone, is granted what ${file} says`, LIMIT, async (t) => {
    const tree = makeTree(t, { [file]: main('AuthConfig'), [folder]: HTACCESS });
    const server = await startInTree(t, tree);
    server.send(HTACCESS, tree.uri(folder));
    await shows(server, tree.uri(folder), '1 error override-not-granted');
    tree.write(file, main('FileInfo'));
    tell(server, 'Changed', tree.uri(file));
    await shows(server, tree.uri(folder), '2 error override-not-granted');
    tree.write(file, main('None'));
    tell(server, 'Changed', tree.uri(file));
    await shows(server, tree.uri(folder), '1 warning htaccess-ignored');
  });
}

test('the main configuration counts as it is in the editor', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': main('AuthConfig'), 'htdocs/.htaccess': HTACCESS });
  const server = await startInTree(t, tree);
  assert.deepEqual(await server.open(main('All'), tree.uri('httpd.conf')), []);
  assert.deepEqual(await server.open(HTACCESS, tree.uri('htdocs/.htaccess')), []);
  server.change(tree.uri('httpd.conf'), 2, { text: main('FileInfo') });
  await shows(server, tree.uri('htdocs/.htaccess'), '2 error override-not-granted');
  server.close(tree.uri('httpd.conf'));
  await shows(server, tree.uri('htdocs/.htaccess'), '1 error override-not-granted');
});

test('a main configuration that does not name the folder says nothing of it', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': `${main('None')}Nonsense\n`, 'elsewhere/.htaccess': 'ErrorDocument 404\n' });
  const server = await startInTree(t, tree);
  server.send('ErrorDocument 404\n', tree.uri('elsewhere/.htaccess'));
  await shows(server, tree.uri('elsewhere/.htaccess'), '1 error argument-count');
  assert.deepEqual(shown(server, tree.uri('httpd.conf')), []);
});

test('hover says what is granted', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': main('AuthConfig'), 'htdocs/.htaccess': HTACCESS });
  const server = await startInTree(t, tree);
  server.send(HTACCESS, tree.uri('htdocs/.htaccess'));
  await shows(server, tree.uri('htdocs/.htaccess'), '1 error override-not-granted');
  const hoverAt = async (line: number): Promise<string> => {
    const textDocument = { uri: tree.uri('htdocs/.htaccess') };
    const position = { line, character: 2 };
    const found: Hover | null = await server.connection.sendRequest(HoverRequest.type, { textDocument, position });
    return JSON.stringify(found?.contents);
  };
  assert.match(await hoverAt(0), /Not granted here\. `httpd\.conf` says `AllowOverride AuthConfig`/);
  assert.match(await hoverAt(1), /AllowOverride `AuthConfig`.*Granted here\./);
});

test('the setting allowOverride says what is granted where no main configuration is known', LIMIT, async (t) => {
  const tree = makeTree(t, { '.htaccess': HTACCESS });
  const server = await startInTree(t, tree, { settings: () => ({ allowOverride: 'FileInfo, Indexes' }) });
  server.send(HTACCESS, tree.uri('.htaccess'));
  await shows(server, tree.uri('.htaccess'), '2 error override-not-granted');
});

test('the setting serverRoots says where the folder of a .htaccess is on the server', LIMIT, async (t) => {
  const text = main('AuthConfig').replaceAll('/etc/httpd/htdocs', '/var/www/html').replace('/etc/httpd', '/opt/httpd');
  const tree = makeTree(t, { 'httpd.conf': text, 'web/html/.htaccess': HTACCESS });
  const server = await startInTree(t, tree, { settings: () => ({ serverRoots: { '/var/www': 'web' } }) });
  server.send(HTACCESS, tree.uri('web/html/.htaccess'));
  await shows(server, tree.uri('web/html/.htaccess'), '1 error override-not-granted');
});
