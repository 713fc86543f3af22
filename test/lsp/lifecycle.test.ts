import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { ErrorCodes, HoverRequest, ResponseError, type InitializeResult } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { exitCode, LIMIT, startProcess, startServer, URI } from './startServer.ts';

/** Types and modifiers of tokens, as docs/editors.md has them. */
const LEGEND = {
  tokenTypes: [
    ...['function', 'class', 'enumMember', 'keyword', 'namespace', 'type', 'variable', 'property', 'parameter'],
    ...['method', 'operator', 'number'],
    ...['regexp', 'regexpGroup', 'regexpClass', 'regexpQuantifier', 'regexpAnchor', 'regexpEscape'],
  ],
  tokenModifiers: ['deprecated'],
};

test('says what it can do', LIMIT, async (t) => {
  const { initialized } = await startServer(t);
  assert.deepEqual(initialized, {
    serverInfo: { name: 'htconf', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      completionProvider: { triggerCharacters: [' ', '<', '/', '+', '-', '!'], resolveProvider: true },
      hoverProvider: true,
      signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [' '] },
      semanticTokensProvider: { legend: LEGEND, full: true, range: true },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.htconf'] },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentHighlightProvider: true,
      linkedEditingRangeProvider: true,
      selectionRangeProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['>'] },
    },
  });
});

test('ends with 0 after shutdown and exit', LIMIT, async (t) => {
  const server = await startServer(t);
  assert.equal(await server.stop(), 0);
});

test('answers nothing after shutdown', LIMIT, async (t) => {
  const { connection } = await startServer(t);
  await connection.sendRequest('shutdown');
  const hover = connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: URI },
    position: { line: 0, character: 0 },
  });
  await assert.rejects(hover, (error) => error instanceof ResponseError && error.code === ErrorCodes.InvalidRequest);
});

test('ends with 1 when it is told to exit without shutdown', LIMIT, async (t) => {
  const child = startProcess(t);
  child.stdin.write('Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"exit"}');
  assert.equal(await exitCode(child), 1);
});

test('ends when its client goes away', LIMIT, async (t) => {
  const child = startProcess(t);
  child.stdin.end();
  assert.equal(await exitCode(child), 1);
});

test('the bundle of the extension speaks over IPC, and ends with its client', LIMIT, async (t) => {
  const child = fork('dist/server.cjs', ['--node-ipc']);
  t.after(() => child.kill());
  child.send({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: process.pid, rootUri: null, capabilities: {} },
  });
  const [answer] = (await once(child, 'message')) as [{ readonly id: number; readonly result: InitializeResult }];
  assert.deepEqual([answer.id, answer.result.serverInfo?.name], [1, 'htconf']);
  child.disconnect();
  assert.deepEqual(await once(child, 'exit'), [1, null]);
});
