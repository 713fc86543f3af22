import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONTEXT_EDITS, STATUS, type ContextParams, type Status } from '../../server/src/lsp/protocol.ts';
import { fileNamed, relativePath } from '../../server/src/lsp/uris.ts';
import { LIMIT, startServer, URI, type Server } from './startServer.ts';

async function said(server: Server, text: string, params: Omit<ContextParams, 'textDocument'>): Promise<string | null> {
  const textDocument = { uri: URI };
  const edits = await server.connection.sendRequest<TextEdit[] | null>(CONTEXT_EDITS, { textDocument, ...params });
  return edits && TextDocument.applyEdits(TextDocument.create(URI, 'apacheconf', 1, text), edits);
}

test('where a document is included is written into it', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = '# htconf: context=vhost\nListen 80\n';
  await server.open(text);
  assert.equal(await said(server, text, { context: 'server' }), '# htconf: context=server\nListen 80\n');
  assert.equal(await said(server, text, { context: null }), 'Listen 80\n');
  assert.equal(
    await said(server, text, { root: 'file:///httpd.conf' }),
    '# htconf: context=vhost root=../httpd.conf\nListen 80\n',
  );
});

test('what cannot be said gives no edit', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('Listen 80\n');
  assert.equal(await said(server, '', { context: 'elsewhere' }), null);
  assert.equal(await said(server, '', { root: 'untitled:Untitled-1' }), null);
  assert.equal(await said(server, '', { root: 'file:///a%20b/httpd.conf' }), null);
});

test('the editor is told what the comment says', LIMIT, async (t) => {
  const server = await startServer(t, { initializationOptions: { extras: [STATUS] } });
  const told = server.notified<Status>(STATUS);
  await server.open('# htconf: context=directory\n');
  assert.equal((await told.find(() => true)).context, 'directory');
  const start = { line: 0, character: 0 };
  server.change(URI, 2, { range: { start, end: { line: 1, character: 0 } }, text: '' });
  await told.find(({ context }) => context === undefined);
});

const PATHS: readonly [from: string, to: string, path: string | undefined][] = [
  ['file:///a/b.conf', 'file:///a/httpd.conf', 'httpd.conf'],
  ['file:///a/b/c.conf', 'file:///a/httpd.conf', '../httpd.conf'],
  ['file:///a/b/c.conf', 'file:///d/e/httpd.conf', '../../d/e/httpd.conf'],
  ['file:///b.conf', 'file:///a/httpd.conf', 'a/httpd.conf'],
  ['file:///a/b.conf', 'file:///a/x%20y/100%25.conf', 'x y/100%.conf'],
  ['file:///a/b.conf', 'other:///a/httpd.conf', undefined],
];

test('a path leads from one file to another', () => {
  for (const [from, to, path] of PATHS) {
    assert.equal(relativePath(from, to), path);
    if (path !== undefined) assert.equal(fileNamed(path, from.slice(0, from.lastIndexOf('/') + 1)), to);
  }
});
