import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest, type Hover } from 'vscode-languageserver/node';
import { LIMIT } from '../lsp/startServer.ts';
import { shown, shows, tell } from '../lsp/tree.ts';
import { memoryFiles, REFUSED } from './memory.ts';
import { startWorker } from './startWorker.ts';

const FOLDER = 'vscode-vfs://github/acme/web';
const MAIN = 'Include extra/*.conf\nServerAdmin café\n';
const FAULT = 'Options Indxes\n';

test('findings of all that a main configuration includes', LIMIT, async (t) => {
  const files = memoryFiles(FOLDER, {
    'httpd.conf': MAIN,
    'extra/a.conf': `Include extra/deep/b\nInclude extra/none\n`,
    'extra/deep/b': FAULT,
    'extra/c.txt': FAULT,
  });
  const server = await startWorker(t, files);
  assert.deepEqual(await server.open(MAIN, files.uri('httpd.conf')), []);
  await shows(server, files.uri('extra/deep/b'), '1 error keyword-value');
  await shows(server, files.uri('extra/a.conf'), '2 error include-missing');
  assert.ok(!files.asked.includes(files.uri('extra/c.txt')));
  assert.ok(!files.asked.includes(files.uri('httpd.conf')), 'the document is open');
});

test('the other requests', LIMIT, async (t) => {
  const files = memoryFiles(FOLDER, {});
  const server = await startWorker(t, files);
  server.send(FAULT, files.uri('a.conf'));
  const textDocument = { uri: files.uri('a.conf') };
  const params = { textDocument, position: { line: 0, character: 3 } };
  const { contents } = (await server.connection.sendRequest(HoverRequest.type, params)) as Hover;
  assert.match(JSON.stringify(contents), /mod\/core\.html#options/);
});

test('a file that is no UTF-8 is read as Latin-1', LIMIT, async (t) => {
  const main = 'Include extra/a.conf\n';
  const include = 'Define NAME caf\xe9\n<Directory "/srv/${NAME}">\nOptions Indxes\n';
  const files = memoryFiles(FOLDER, { 'httpd.conf': main, 'extra/a.conf': Buffer.from(include, 'latin1') });
  const server = await startWorker(t, files);
  server.send(main, files.uri('httpd.conf'));
  await shows(server, files.uri('extra/a.conf'), '2 error section-not-closed', '3 error keyword-value');
});

test('what changes is read again', LIMIT, async (t) => {
  const files = memoryFiles(FOLDER, { 'httpd.conf': MAIN, 'extra/a.conf': FAULT });
  const server = await startWorker(t, files);
  server.send(MAIN, files.uri('httpd.conf'));
  await shows(server, files.uri('extra/a.conf'), '1 error keyword-value');
  const watched = `"baseUri":"${FOLDER}/extra"`;
  await server.registrations.find((registration) => JSON.stringify(registration).includes(watched));
  files.write('extra/a.conf', 'Options Indexes\n');
  tell(server, 'Changed', files.uri('extra/a.conf'));
  await shows(server, files.uri('extra/a.conf'));
  files.write('extra/b.conf', FAULT);
  tell(server, 'Created', files.uri('extra/b.conf'));
  await shows(server, files.uri('extra/b.conf'), '1 error keyword-value');
  files.remove('extra/b.conf');
  tell(server, 'Deleted', files.uri('extra/b.conf'));
  await shows(server, files.uri('extra/b.conf'));
});

test('a file that is too large is named, and the rest is judged', LIMIT, async (t) => {
  const large = new Uint8Array(16 * 1024 * 1024 + 1);
  const files = memoryFiles(FOLDER, { 'httpd.conf': MAIN, 'extra/a.conf': large, 'extra/b.conf': FAULT });
  const server = await startWorker(t, files);
  server.send(MAIN, files.uri('httpd.conf'));
  await shows(server, files.uri('extra/b.conf'), '1 error keyword-value');
  await shows(server, files.uri('extra/a.conf'), '1 info left-out');
});

test('of a file that is not handed over nothing is known: what it may say is not judged', LIMIT, async (t) => {
  const main = 'Include extra/a.conf\nMyThing On\n';
  const files = memoryFiles(FOLDER, { 'httpd.conf': main, 'extra/a.conf': REFUSED });
  const server = await startWorker(t, files);
  server.send(main, files.uri('httpd.conf'));
  await shows(server, files.uri('httpd.conf'), '2 warning unknown-directive');
  files.write('extra/a.conf', '');
  tell(server, 'Changed', files.uri('extra/a.conf'));
  await shows(server, files.uri('httpd.conf'), '2 error unknown-directive');
});

test('a scheme without authority', LIMIT, async (t) => {
  const files = memoryFiles('memfs:/work', { 'httpd.conf': MAIN, 'extra/a.conf': FAULT });
  const server = await startWorker(t, files);
  server.send(MAIN, files.uri('httpd.conf'));
  await shows(server, files.uri('httpd.conf'));
  await shows(server, 'memfs:///work/extra/a.conf', '1 error keyword-value');
});

test('a workspace that is the whole of a scheme', LIMIT, async (t) => {
  const fragment = '<IfDefine SSL>\nLissten 80\n</IfDefine>\n';
  const main = 'Define SSL\nInclude conf.d/*.conf\n';
  const files = memoryFiles('memfs:', { 'web/httpd.conf': main, 'web/conf.d/ssl.conf': fragment });
  const server = await startWorker(t, files, { workspaceFolders: ['memfs:/'] });
  server.send(fragment, files.uri('web/conf.d/ssl.conf'));
  await shows(server, files.uri('web/conf.d/ssl.conf'), '2 error unknown-directive');
});

test('a site that is enabled by a link, whose end nobody tells, is there once', LIMIT, async (t) => {
  const site = '<VirtualHost *:80>\nServerName shop.example\nOptions Indxes\n</VirtualHost>\n';
  const main = 'ServerName www.example\nListen 80\nInclude sites-enabled/*.conf\n';
  const files = memoryFiles(FOLDER, {
    'apache2.conf': main,
    'sites-available/shop.conf': site,
    'sites-enabled/shop.conf': site,
  });
  const server = await startWorker(t, files);
  server.send(site, files.uri('sites-available/shop.conf'));
  await shows(server, files.uri('sites-available/shop.conf'), '3 error keyword-value');
});

test('in a workspace that is not trusted only its files are asked for', LIMIT, async (t) => {
  const main = 'Include /srv/other/*.conf\nInclude extra/a.conf\n';
  const files = memoryFiles(FOLDER, { 'httpd.conf': main, 'extra/a.conf': FAULT });
  const extras = ['htconf/readFile', 'htconf/readDirectory'];
  const server = await startWorker(t, files, { initializationOptions: { trusted: false, extras } });
  server.send(main, files.uri('httpd.conf'));
  await shows(server, files.uri('extra/a.conf'), '1 error keyword-value');
  assert.deepEqual(
    files.asked.filter((uri) => !uri.startsWith(FOLDER)),
    [],
  );
});

test('a client that hands over no files is not asked for any', LIMIT, async (t) => {
  const files = memoryFiles(FOLDER, { 'httpd.conf': MAIN, 'extra/a.conf': FAULT });
  const server = await startWorker(t, files, { initializationOptions: { trusted: true } });
  assert.equal((await server.open(`${MAIN}${FAULT}`, files.uri('httpd.conf'))).length, 1);
  assert.deepEqual(files.asked, []);
  assert.deepEqual(shown(server, files.uri('extra/a.conf')), []);
});

test('the worker ends after `exit`', LIMIT, async (t) => {
  const server = await startWorker(t, memoryFiles(FOLDER, {}));
  assert.equal(await server.stop(), 0);
});
