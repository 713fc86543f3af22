import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { CodeActionRequest, HoverRequest, type CodeAction } from 'vscode-languageserver/node';
import { NO_LINKS, NO_PIPES } from '../support/lacking.ts';
import { LIMIT } from './startServer.ts';
import { makeTree, shown, shows, startInTree, tell } from './tree.ts';

/** An error where `SSL` is defined, a warning where nobody knows. */
const IF_SSL = '<IfDefine SSL>\nLissten 80\n</IfDefine>\n';
const ERROR = '2 error unknown-directive';
const WARNING = '2 warning unknown-directive';

test('a fault in an included file is shown while only the main configuration is open', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': 'Include extra.conf\n', 'extra.conf': '\nLissten 80\n' });
  const server = await startInTree(t, tree);
  assert.deepEqual(await server.open('Include extra.conf\n', tree.uri('httpd.conf')), []);
  await shows(server, tree.uri('extra.conf'), ERROR);
  assert.equal(server.published.all.find(({ uri }) => uri === tree.uri('extra.conf'))?.version, undefined);
  server.close(tree.uri('httpd.conf'));
  await shows(server, tree.uri('extra.conf'));
});

test('an included file that is open counts as it is in the editor', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': `Include extra.conf\n`, 'extra.conf': 'Define SSL\n' });
  const server = await startInTree(t, tree);
  await server.open(`${IF_SSL}Include extra.conf\n${IF_SSL}`, tree.uri('httpd.conf'));
  const [main, extra] = [tree.uri('httpd.conf'), tree.uri('extra.conf')];
  await shows(server, main, WARNING, '6 error unknown-directive');
  assert.deepEqual(await server.open('#\n', extra), []);
  await shows(server, main, WARNING, '6 warning unknown-directive');
  server.change(extra, 2, { text: 'Define SSL\nLissten 80\n' });
  await shows(server, extra, ERROR);
  await shows(server, main, WARNING, '6 error unknown-directive');
  server.close(extra);
  await shows(server, extra);
});

test(
  'of several errors one is said to stop httpd, and an edit in another file may make it another',
  LIMIT,
  async (t) => {
    const tree = makeTree(t, { 'httpd.conf': '', 'extra.conf': 'Lissten 80\n' });
    const server = await startInTree(t, tree);
    const [main, extra] = [tree.uri('httpd.conf'), tree.uri('extra.conf')];
    const marked = (uri: string, isMarked: boolean, from: number) =>
      server.published.find(
        (result) =>
          server.published.all.indexOf(result) >= from &&
          result.uri === uri &&
          result.diagnostics.some(({ message }) => (message as string).includes('stops at this error') === isMarked),
      );
    server.send('Include extra.conf\nKeepAlive perhaps\n', main);
    await Promise.all([marked(extra, true, 0), marked(main, false, 0)]);
    const before = server.published.all.length;
    server.change(main, 2, { text: 'KeepAlive perhaps\nInclude extra.conf\n' });
    await Promise.all([marked(extra, false, before), marked(main, true, before)]);
  },
);

test('what changes on disk is read again, where it is not open', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'extra.conf': '#\n' });
  const server = await startInTree(t, tree);
  await server.open(`Include extra.conf\n${IF_SSL}`, tree.uri('httpd.conf'));
  await shows(server, tree.uri('httpd.conf'), '3 warning unknown-directive');
  tree.write('extra.conf', '\nLissten 80\nDefine SSL\n');
  tell(server, 'Changed', tree.uri('extra.conf'));
  await shows(server, tree.uri('extra.conf'), ERROR);
  assert.deepEqual(shown(server, tree.uri('httpd.conf')), ['3 error unknown-directive']);
  tree.remove('extra.conf');
  tell(server, 'Deleted', tree.uri('extra.conf'));
  await shows(server, tree.uri('extra.conf'));
});

test('the folders that files were read from are watched, and others when those are read', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'conf.d/a.conf': '' });
  const server = await startInTree(t, tree);
  const watched = (count: number) =>
    server.registrations.find((one) => (one.registerOptions as Partial<Watchers>).watchers?.length === count);
  await server.open('Listen 80\n', tree.uri('httpd.conf'));
  const alone = await watched(1);
  assert.equal(alone.method, 'workspace/didChangeWatchedFiles');
  assert.deepEqual(alone.registerOptions, watchers(tree.uri()));
  server.change(tree.uri('httpd.conf'), 2, { text: 'Include conf.d/*.conf\n' });
  assert.deepEqual((await watched(2)).registerOptions, watchers(tree.uri(), tree.uri('conf.d')));
});

interface Watchers {
  readonly watchers: readonly unknown[];
}

function watchers(...folders: readonly string[]): Watchers {
  return { watchers: folders.map((baseUri) => ({ globPattern: { baseUri, pattern: '*' } })) };
}

test('files come and go with the folder that is included', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'conf.d/a.conf': '\nLissten 80\n' });
  const server = await startInTree(t, tree);
  await server.open('Include conf.d/*.conf\n', tree.uri('httpd.conf'));
  await shows(server, tree.uri('conf.d/a.conf'), ERROR);
  tree.write('conf.d/b.conf', '\nLissten 81\n');
  tell(server, 'Created', tree.uri('conf.d/b.conf'));
  await shows(server, tree.uri('conf.d/b.conf'), ERROR);
  tree.remove('conf.d/a.conf');
  tree.write('conf.d/c.conf', '\nLissten 80\n');
  tell(server, 'Deleted', tree.uri('conf.d/a.conf'));
  tell(server, 'Created', tree.uri('conf.d/c.conf'));
  await shows(server, tree.uri('conf.d/c.conf'), ERROR);
  await shows(server, tree.uri('conf.d/a.conf'));
  tree.remove('conf.d');
  tell(server, 'Deleted', tree.uri('conf.d'));
  await shows(server, tree.uri('conf.d/b.conf'));
  await shows(server, tree.uri('conf.d/c.conf'));
});

for (const [main, fragment] of [
  ['httpd.conf', 'conf.d/a.conf'],
  ['apache2.conf', 'sites-available/deep/a.conf'],
  ['conf/httpd.conf', 'conf.d/a.conf'],
] as const) {
  test(`${fragment}, opened alone, is read as a part of ${main}`, LIMIT, async (t) => {
    const text = `Define SSL\nInclude ${fragment}\nLissten 80\n`;
    const tree = makeTree(t, { [main]: text, [fragment]: IF_SSL });
    const server = await startInTree(t, tree, { settings: () => ({ rules: { 'no-mpm': 'off' } }) });
    server.send(IF_SSL, tree.uri(fragment));
    await shows(server, tree.uri(fragment), ERROR);
    await shows(server, tree.uri(main), '3 error unknown-directive');
  });
}

test(
  'a file that is not enabled is judged as if it were, and what else is enabled as it is',
  { ...LIMIT, skip: NO_LINKS },
  async (t) => {
    const main = 'Define SSL\nIncludeOptional sites-enabled/*.conf\n';
    const tree = makeTree(t, { 'apache2.conf': main, 'sites-available/a.conf': '', 'sites-enabled/b.conf': IF_SSL });
    const server = await startInTree(t, tree, {
      settings: () => ({ rules: { 'no-mpm': 'off' }, defines: ['DEBUG'] }),
    });
    const [a, b] = [tree.uri('sites-available/a.conf'), tree.uri('sites-enabled/b.conf')];
    server.send(`UnDefine SSL\n${IF_SSL}`, a);
    await shows(server, b, ERROR);
    await shows(server, a, '2 hint dead-branch');
    server.change(a, 2, { text: IF_SSL });
    await shows(server, a, ERROR);
    server.change(a, 3, { text: 'UnDefine SSL\n' });
    await shows(server, a);
    assert.deepEqual(shown(server, b), [ERROR]);
    tree.link('sites-enabled/a.conf', '../sites-available/a.conf');
    tell(server, 'Created', tree.uri('sites-enabled/a.conf'));
    await shows(server, b, '1 hint dead-branch');
    server.close(a);
    await shows(server, b);
  },
);

test('a main configuration that does not read a file has nothing to do with it', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': 'Define SSL\nLissten 80\n', 'conf.d/a.conf': IF_SSL });
  const server = await startInTree(t, tree);
  server.send(IF_SSL, tree.uri('conf.d/a.conf'));
  await shows(server, tree.uri('conf.d/a.conf'), WARNING);
  assert.deepEqual(shown(server, tree.uri('httpd.conf')), []);
  tree.write('httpd.conf', 'Define SSL\nLissten 80\nInclude conf.d/a.conf\n');
  tell(server, 'Changed', tree.uri('httpd.conf'));
  await shows(server, tree.uri('conf.d/a.conf'), ERROR);
  await shows(server, tree.uri('httpd.conf'), ERROR);
});

test('a fragment of two main configurations is judged in both', LIMIT, async (t) => {
  const tree = makeTree(t, { 'a/httpd.conf': '', 'b/httpd.conf': '', 'shared.conf': IF_SSL });
  const server = await startInTree(t, tree);
  const shared = tree.uri('shared.conf');
  await server.open('Include ../shared.conf\n', tree.uri('a/httpd.conf'));
  await shows(server, shared, WARNING);
  await server.open('Define SSL\nInclude ../shared.conf\n', tree.uri('b/httpd.conf'));
  await shows(server, shared, ERROR);
  server.send(`${IF_SSL}\n${IF_SSL}`, shared);
  await shows(server, shared, ERROR, '6 error unknown-directive');
  server.close(tree.uri('b/httpd.conf'));
  await shows(server, shared, WARNING, '6 warning unknown-directive');
});

test(
  'a link is the file behind it, and is shown under the name that is open',
  { ...LIMIT, skip: NO_LINKS },
  async (t) => {
    const tree = makeTree(t, { 'apache2.conf': '', 'sites-available/a.conf': '\nLissten 80\n' });
    tree.link('sites-enabled/a.conf', '../sites-available/a.conf');
    const server = await startInTree(t, tree);
    const [real, link] = [tree.uri('sites-available/a.conf'), tree.uri('sites-enabled/a.conf')];
    await server.open('IncludeOptional sites-enabled/*.conf\n', tree.uri('apache2.conf'));
    await shows(server, real, ERROR);
    server.send('Lissten 80\n', link);
    await shows(server, link, '1 error unknown-directive');
    assert.deepEqual(shown(server, real), []);
    server.close(link);
    await shows(server, real, ERROR);
    assert.deepEqual(shown(server, link), []);
  },
);

test('a circle of links ends', { ...LIMIT, skip: NO_LINKS }, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'conf.d/a.conf': '\nLissten 80\n' });
  tree.link('conf.d/again', '../conf.d');
  tree.link('conf.d/nowhere', 'nowhere');
  const server = await startInTree(t, tree);
  await server.open('Include conf.d\n', tree.uri('httpd.conf'));
  await shows(server, tree.uri('conf.d/a.conf'), ERROR);
});

test('nobody waits for a named pipe', { ...LIMIT, skip: NO_PIPES }, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'conf.d/a.conf': '\nLissten 80\n' });
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', tree.path('conf.d/pipe.conf')]);
  const server = await startInTree(t, tree);
  const text = 'Include conf.d/pipe.conf\nInclude conf.d/a*\nIncludeOptional conf.d/*\n';
  await server.open(text, tree.uri('httpd.conf'));
  await shows(server, tree.uri('conf.d/a.conf'), ERROR);
});

test('a file that includes itself is read', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '' });
  const server = await startInTree(t, tree);
  const found = await server.open('Include httpd.conf\nLissten 80\n', tree.uri('httpd.conf'));
  assert.ok(found.some(({ code }) => code === 'unknown-directive'));
});

test('in a workspace that is not trusted only its own files are read', { ...LIMIT, skip: NO_LINKS }, async (t) => {
  const outside = makeTree(t, { 'extra.conf': '\nLissten 80\n', 'main.conf': 'Define SSL\n' });
  const tree = makeTree(t, { 'httpd.conf': '', 'own.conf': '\nLissten 80\n' });
  tree.link('link.conf', outside.path('extra.conf'));
  const text = `Include own.conf\nInclude link.conf\nInclude ${outside.path('extra.conf')}\n`;
  const settings = () => ({ root: outside.path('main.conf'), envFile: outside.path('extra.conf') });
  const careful = await startInTree(t, tree, { initializationOptions: {} });
  await careful.open(text, tree.uri('httpd.conf'));
  await shows(careful, tree.uri('own.conf'), ERROR);
  await careful.open(IF_SSL, tree.uri('other.conf'));
  assert.ok(careful.published.all.every(({ uri }) => !uri.startsWith(outside.uri())));
  const trusting = await startInTree(t, tree);
  await trusting.open(text, tree.uri('httpd.conf'));
  await shows(trusting, outside.uri('extra.conf'), ERROR);
  const named = await startInTree(t, tree, { initializationOptions: {}, settings });
  assert.equal((await named.open(IF_SSL, tree.uri('other.conf')))[0]?.severity, 2);
});

test('the setting root and the comment name a main configuration, whatever its name', LIMIT, async (t) => {
  const tree = makeTree(t, { 'main/web.cfg': 'Define SSL\nInclude ../part.conf\n', 'part.conf': '' });
  const set = await startInTree(t, tree, { settings: () => ({ root: 'main/web.cfg' }) });
  set.send(IF_SSL, tree.uri('part.conf'));
  await shows(set, tree.uri('part.conf'), ERROR);
  const server = await startInTree(t, tree);
  server.send(`# htconf: root=main/web.cfg\n${IF_SSL}`, tree.uri('part.conf'));
  await shows(server, tree.uri('part.conf'), '3 error unknown-directive');
});

test('the setting serverRoots says where paths of the server lie', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'server/a.conf': '\nLissten 80\n' });
  const server = await startInTree(t, tree, { settings: () => ({ serverRoots: { '/opt/web': 'server' } }) });
  await server.open('Include /opt/web/a.conf\n', tree.uri('httpd.conf'));
  await shows(server, tree.uri('server/a.conf'), ERROR);
});

test('the setting envFile makes the environment known, and is followed', LIMIT, async (t) => {
  const tree = makeTree(t, { envvars: 'export EXTRA=a\n', 'a.conf': '\nLissten 80\n', 'b.conf': '\nLissten 81\n' });
  const server = await startInTree(t, tree, { settings: () => ({ envFile: 'envvars' }) });
  await server.open('Include ${EXTRA}.conf\n', tree.uri('httpd.conf'));
  await shows(server, tree.uri('a.conf'), ERROR);
  tree.write('envvars', 'export EXTRA=b\n');
  tell(server, 'Changed', tree.uri('envvars'));
  await shows(server, tree.uri('b.conf'), ERROR);
  await shows(server, tree.uri('a.conf'));
});

test('an editor that watches no files has them read again when a document is saved', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'extra.conf': '' });
  const server = await startInTree(t, tree, { capabilities: {} });
  await server.open('Include extra.conf\n', tree.uri('httpd.conf'));
  tree.write('extra.conf', '\nLissten 80\n');
  await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: tree.uri('httpd.conf') } });
  await shows(server, tree.uri('extra.conf'), ERROR);
  assert.ok(server.registrations.all.every(({ method }) => method !== 'workspace/didChangeWatchedFiles'));
});

test('a folder that is added to the workspace is looked into', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': 'Define SSL\nInclude a.conf\n', 'a.conf': IF_SSL });
  const server = await startInTree(t, tree, { workspaceFolders: [], initializationOptions: {} });
  server.send(IF_SSL, tree.uri('a.conf'));
  await shows(server, tree.uri('a.conf'), WARNING);
  await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: tree.uri(), name: 'work' }], removed: [] },
  });
  await shows(server, tree.uri('a.conf'), ERROR);
});

test('a document may have a malformed name, or none that is a file', LIMIT, async (t) => {
  const server = await startInTree(t, makeTree(t, {}));
  for (const uri of ['untitled:Untitled-1', 'file:///conf/50%.conf', 'file:///', 'git:/conf/a.conf?x', 'x'])
    assert.equal((await server.open('Lissten 80\n', uri)).length, 1, uri);
});

test('hover knows what the main configuration has read', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': 'Include part.conf\n', 'part.conf': '' });
  const server = await startInTree(t, tree);
  server.send('Listen 80\n', tree.uri('part.conf'));
  const params = { textDocument: { uri: tree.uri('part.conf') }, position: { line: 0, character: 2 } };
  assert.ok(await server.connection.sendRequest(HoverRequest.type, params));
});

test('what belongs to a finding in another file is linked, and the link follows its lines', LIMIT, async (t) => {
  const load = 'LoadModule dir_module modules/mod_dir.so\n';
  const tree = makeTree(t, { 'httpd.conf': '', 'part.conf': load });
  const [main, part] = [tree.uri('httpd.conf'), tree.uri('part.conf')];
  const server = await startInTree(t, tree);
  const linkedLine = (line: number) =>
    server.published.find(
      ({ uri, diagnostics: [first] }) =>
        uri === part &&
        first?.code === 'duplicate-loadmodule' &&
        first.relatedInformation?.[0]?.location.uri === main &&
        first.relatedInformation[0].location.range.start.line === line,
    );
  server.send(`${load}Include part.conf\n`, main);
  await linkedLine(0);
  server.change(main, 2, { text: `\n\n${load}Include part.conf\n` });
  await linkedLine(2);
});

test('a condition around an Include is named as it is now', LIMIT, async (t) => {
  const tree = makeTree(t, { 'httpd.conf': '', 'part.conf': 'Lissten 80\n' });
  const server = await startInTree(t, tree);
  const named = (name: string) =>
    server.published.find(
      ({ uri, diagnostics }) =>
        uri === tree.uri('part.conf') &&
        diagnostics.some(({ message }) => typeof message === 'string' && message.includes(`<IfDefine ${name}>`)),
    );
  server.send('<IfDefine ONE>\nInclude part.conf\n</IfDefine>\n', tree.uri('httpd.conf'));
  await named('ONE');
  server.change(tree.uri('httpd.conf'), 2, { text: '<IfDefine TWO>\nInclude part.conf\n</IfDefine>\n' });
  await named('TWO');
});

const PARTS = 'Listen 80\nInclude ../part.conf\n';
const UNLOADED = '#LoadModule rewrite_module modules/mod_rewrite.so\n';

test('a fix may change another file: that of the main configuration that lacks something', LIMIT, async (t) => {
  const lacking = `${UNLOADED}${PARTS}`;
  const tree = makeTree(t, { 'a/httpd.conf': lacking.slice(1), 'b/httpd.conf': '', 'part.conf': '' });
  const server = await startInTree(t, tree, { settings: () => ({ staticModules: 'upstream' }) });
  const part = tree.uri('part.conf');
  server.send(lacking.slice(1), tree.uri('a/httpd.conf'));
  server.send(lacking, tree.uri('b/httpd.conf'));
  server.send('RewriteEngine On\n', part);
  await shows(server, part, '1 error module-not-loaded');
  server.close(tree.uri('b/httpd.conf'));
  await shows(server, part);
  await server.open(lacking, tree.uri('b/httpd.conf'));
  await shows(server, part, '1 error module-not-loaded');
  const start = { line: 0, character: 0 };
  const [fix] = ((await server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: part },
    range: { start, end: start },
    context: { diagnostics: [] },
  })) ?? []) as CodeAction[];
  assert.deepEqual(fix?.edit?.documentChanges, [
    {
      textDocument: { uri: tree.uri('b/httpd.conf'), version: 1 },
      edits: [{ range: { start, end: { line: 0, character: 1 } }, newText: '' }],
    },
  ]);
});
