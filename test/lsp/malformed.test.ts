import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver/node';
import { frameReader } from '../../server/src/lsp/framing.ts';
import { exitCode, LIMIT, startProcess } from './startServer.ts';

interface Answer {
  readonly id: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface RawServer {
  readonly child: ChildProcessWithoutNullStreams;
  write(content: string): void;
  /** The next response; notifications are passed over. */
  answer(): Promise<Answer>;
}

/** A server that can be sent anything. */
function startRaw(test: TestContext): RawServer {
  const child = startProcess(test);
  const answers: Answer[] = [];
  let wake: () => void = () => undefined;
  const take = frameReader({
    body: (bytes) => {
      const message = JSON.parse(bytes.toString()) as Answer;
      if ('id' in message) answers.push(message);
      wake();
    },
    fault: (message) => assert.fail(message),
  });
  child.stdout.on('data', take);
  return {
    child,
    write: (content) =>
      void child.stdin.write(`Content-Length: ${String(Buffer.byteLength(content))}\r\n\r\n${content}`),
    answer: async () => {
      while (answers.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return answers.shift() as Answer;
    },
  };
}

function request(id: number, method: string, params: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params });
}

const INITIALIZE = request(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });

const REFUSED: readonly [content: string, id: number | null, code: number][] = [
  ['hello', null, ErrorCodes.ParseError],
  ['{"jsonrpc":"2.0","id":7', null, ErrorCodes.ParseError],
  ['', null, ErrorCodes.ParseError],
  ['null', null, ErrorCodes.InvalidRequest],
  ['5', null, ErrorCodes.InvalidRequest],
  ['[]', null, ErrorCodes.InvalidRequest],
  ['{}', null, ErrorCodes.InvalidRequest],
  ['{"jsonrpc":"2.0","id":7}', 7, ErrorCodes.InvalidRequest],
  ['{"jsonrpc":"2.0","id":7,"method":5}', 7, ErrorCodes.InvalidRequest],
  ['{"jsonrpc":"2.0","id":7,"method":"initialize","params":5}', 7, ErrorCodes.InvalidRequest],
  ['{"jsonrpc":"2.0","method":"$/cancelRequest"}', null, ErrorCodes.InvalidRequest],
  [request(7, 'textDocument/hover', {}), 7, ErrorCodes.ServerNotInitialized],
  [request(7, 'textDocument/noSuchThing', {}), 7, ErrorCodes.MethodNotFound],
];

test('messages that are none are answered with an error, and the server goes on', LIMIT, async (t) => {
  const server = startRaw(t);
  for (const [content, id, code] of REFUSED) {
    server.write(content);
    const { error, ...rest } = await server.answer();
    assert.deepEqual({ ...rest, code: error?.code }, { jsonrpc: '2.0', id, code }, content);
  }
  server.write(INITIALIZE);
  const { id, result } = await server.answer();
  assert.equal(id, 1);
  assert.ok(result);
});

const PLACE = { line: 0, character: 0 };
const MALFORMED: readonly unknown[] = [
  undefined,
  null,
  [],
  {},
  { textDocument: null, position: PLACE },
  { textDocument: { uri: 5 }, position: PLACE },
  { textDocument: { uri: 'file:///a' }, position: { line: -1, character: 0 } },
  { textDocument: { uri: 'file:///a' }, position: 'there' },
  { textDocument: { uri: 'file:///a' }, range: { start: PLACE } },
];

test('parameters that are none are refused', LIMIT, async (t) => {
  const server = startRaw(t);
  server.write(INITIALIZE);
  await server.answer();
  for (const params of MALFORMED) {
    server.write(request(2, 'textDocument/hover', params));
    const { error } = await server.answer();
    assert.equal(error?.code, ErrorCodes.InvalidParams, JSON.stringify(params));
  }
  server.write(request(3, 'textDocument/hover', { textDocument: { uri: 'file:///not-open' }, position: PLACE }));
  assert.deepEqual(await server.answer(), { jsonrpc: '2.0', id: 3, result: null });
});

test('it can be initialized once', LIMIT, async (t) => {
  const server = startRaw(t);
  server.write(INITIALIZE);
  await server.answer();
  server.write(INITIALIZE);
  assert.equal((await server.answer()).error?.code, ErrorCodes.InvalidRequest);
});

test('notifications that make no sense change nothing', LIMIT, async (t) => {
  const server = startRaw(t);
  server.write(INITIALIZE);
  await server.answer();
  for (const params of [
    null,
    {},
    { textDocument: {} },
    { textDocument: { uri: 'file:///a', version: 2 }, contentChanges: 5 },
  ]) {
    for (const method of ['didOpen', 'didChange', 'didClose']) {
      server.write(JSON.stringify({ jsonrpc: '2.0', method: `textDocument/${method}`, params }));
    }
  }
  server.write(request(2, 'shutdown', null));
  assert.deepEqual(await server.answer(), { jsonrpc: '2.0', id: 2, result: null });
});

for (const nonsense of ['hello\n', 'Content-Length: -5\r\n\r\nhello', 'x'.repeat(1_000_000)]) {
  test(`input without messages ends it with a sentence: ${JSON.stringify(nonsense.slice(0, 20))}`, LIMIT, async (t) => {
    const { child } = startRaw(t);
    const said: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    child.stdin.on('error', () => undefined); // it may be gone before it has read everything
    child.stdin.write(nonsense);
    assert.equal(await exitCode(child), 1);
    assert.match(Buffer.concat(said).toString(), /^htconf: .*\. The language server is started by an editor/);
  });
}

test('what came before the end of the input is answered', LIMIT, async (t) => {
  const server = startRaw(t);
  server.write(INITIALIZE);
  server.write('hello');
  server.child.stdin.end();
  assert.equal(await exitCode(server.child), 1);
  const ids = [(await server.answer()).id, (await server.answer()).id];
  assert.deepEqual(ids.sort(), [1, null].sort());
});
