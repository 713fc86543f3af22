import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import * as client from '../../client/src/protocol.ts';
import * as own from '../../server/src/lsp/protocol.ts';
import { LIMIT, type ClientOptions } from './startServer.ts';
import { makeTree, shows, startInTree, tell, type Tree } from './tree.ts';

/** An error where `SSL` is defined, a warning where nobody knows. */
const IF_SSL = '<IfDefine SSL>\nLissten 80\n</IfDefine>\n';
const ERROR = '2 error unknown-directive';
const WARNING = '2 warning unknown-directive';

const READS = 'Define SSL\nInclude ../shared/site.conf\n';

test('a main configuration elsewhere in the workspace is found', LIMIT, async (t) => {
  const tree = makeTree(t, { 'server/httpd.conf': READS, 'other/apache2.conf': '', 'shared/site.conf': IF_SSL });
  const server = await startInTree(t, tree);
  server.send(IF_SSL, tree.uri('shared/site.conf'));
  await shows(server, tree.uri('shared/site.conf'), ERROR);
});

test('one that comes later is found, too', LIMIT, async (t) => {
  const tree = makeTree(t, { 'server/mime.types': '', 'shared/site.conf': IF_SSL });
  const server = await startInTree(t, tree);
  server.send(IF_SSL, tree.uri('shared/site.conf'));
  await shows(server, tree.uri('shared/site.conf'), WARNING);
  tree.write('server/httpd.conf', READS);
  tell(server, 'Created', tree.uri('server/httpd.conf'));
  await shows(server, tree.uri('shared/site.conf'), ERROR);
});

test('what others have made is not looked through', LIMIT, async (t) => {
  const deep = READS.replace('..', '../..');
  const tree = makeTree(t, {
    'node_modules/a/httpd.conf': deep,
    '.git/b/httpd.conf': deep,
    'shared/site.conf': IF_SSL,
  });
  const server = await startInTree(t, tree, { initializationOptions: { trusted: true, extras: [own.STATUS] } });
  const told = server.notified<own.Status>(own.STATUS);
  server.send(IF_SSL, tree.uri('shared/site.conf'));
  await shows(server, tree.uri('shared/site.conf'), WARNING);
  assert.deepEqual(await told.find(() => true), { uri: tree.uri('shared/site.conf'), roots: [], candidates: [] });
});

test('more inclusions than are followed: the main configuration says so', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'a.conf': '#\n' });
  const server = await startInTree(t, tree);
  server.send('Include a.conf\n'.repeat(10_001), tree.uri('httpd.conf'));
  await shows(server, tree.uri('httpd.conf'), '1 info left-out');
});

test('the editor is told which main configurations read a document', LIMIT, async (t) => {
  const tree = makeTree(t, { 'a/httpd.conf': READS, 'b/httpd.conf': READS, 'shared/site.conf': IF_SSL });
  const { told, server, site } = await startedWithStatus(t, tree);
  const [a, b] = [tree.uri('a/httpd.conf'), tree.uri('b/httpd.conf')];
  const both = { uri: site, roots: [a, b].map((uri) => ({ uri, files: 2 })), candidates: [a, b] };
  assert.deepEqual(await told.find(({ roots }) => roots.length === 2), both);
  tree.write('a/httpd.conf', '#\n');
  tell(server, 'Changed', a);
  assert.deepEqual(await told.find(({ roots }) => roots.length === 1), { ...both, roots: [{ uri: b, files: 2 }] });
});

test('an editor that does not know of this is told nothing', LIMIT, async (t) => {
  const tree = makeTree(t, { 'a/httpd.conf': READS, 'shared/site.conf': IF_SSL });
  const server = await startInTree(t, tree);
  const told = server.notified<own.Status>(own.STATUS);
  server.send(IF_SSL, tree.uri('shared/site.conf'));
  await shows(server, tree.uri('shared/site.conf'), ERROR);
  await server.stop();
  assert.deepEqual(told.all, []);
});

test('the setting names another one, or none', LIMIT, async (t) => {
  const tree = makeTree(t, { 'a/httpd.conf': READS, 'b/main.conf': READS, 'shared/site.conf': IF_SSL });
  const b = await startedWithStatus(t, tree, () => ({ root: 'b/main.conf' }));
  const candidates = [tree.uri('a/httpd.conf')];
  const under = { uri: b.site, roots: [{ uri: tree.uri('b/main.conf'), files: 2 }], candidates };
  assert.deepEqual(await b.told.find(({ roots }) => roots.length > 0), under);

  const none = await startedWithStatus(t, tree, () => ({ root: 'none' }));
  none.server.send(READS, tree.uri('a/httpd.conf'));
  await shows(none.server, none.site, WARNING);
  assert.deepEqual(await none.told.find(({ uri }) => uri === none.site), { uri: none.site, roots: [], candidates });
});

test('the release of httpd that the settings name is told', LIMIT, async (t) => {
  const tree = makeTree(t, { 'shared/site.conf': IF_SSL });
  const { told } = await startedWithStatus(t, tree, () => ({ httpdVersion: '2.4.62' }));
  assert.equal((await told.find(() => true)).httpdVersion, '2.4.62');
});

test('server and client speak of the same things', () => {
  assert.deepEqual([...client.EXTRAS].sort(), Object.values(own).sort());
  const told: readonly own.Status[] = [];
  const heard: readonly client.Status[] = told;
  assert.deepEqual(heard, told);
});

/** A server with `shared/site.conf` open, whose client wants to know of main configurations. */
async function startedWithStatus(test: TestContext, tree: Tree, settings?: ClientOptions['settings']) {
  const initializationOptions = { trusted: true, extras: [own.STATUS] };
  const server = await startInTree(test, tree, { initializationOptions, ...(settings && { settings }) });
  const told = server.notified<own.Status>(own.STATUS);
  const site = tree.uri('shared/site.conf');
  server.send(IF_SSL, site);
  return { server, told, site };
}
