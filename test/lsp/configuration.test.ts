import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidChangeConfigurationNotification,
  DocumentFormattingRequest,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
  CancellationTokenSource,
  SetTraceNotification,
  LogTraceNotification,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LIMIT, startServer, URI, type Server } from './startServer.ts';

const OTHER = 'file:///conf/other.conf';
const TEXT = 'loadModule dir_module modules/mod_dir.so\n';

/** The codes that are shown of a document, once they are these. */
async function shows(server: Server, uri: string, codes: readonly string[]): Promise<void> {
  const from = server.published.all.length;
  await server.published.find(
    (result) =>
      server.published.all.indexOf(result) >= from &&
      result.uri === uri &&
      result.diagnostics.map(({ code }) => code).join() === codes.join(),
  );
}

function changed(server: Server, settings: unknown = null): void {
  void server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
}

test('asks for the settings of each document, and follows their changes at once', LIMIT, async (t) => {
  let severity = 'off';
  const server = await startServer(t, {
    settings: (uri) => (uri === URI ? { rules: { 'directive-case': severity } } : {}),
  });
  const registration = await server.registrations.find(() => true);
  assert.equal(registration.method, DidChangeConfigurationNotification.method);
  assert.deepEqual(registration.registerOptions, { section: 'htconf' });
  assert.deepEqual(await server.open(TEXT), []);
  assert.equal((await server.open(TEXT, OTHER)).length, 1);
  severity = 'error';
  const followed = shows(server, URI, ['directive-case']);
  changed(server);
  await followed;
  assert.equal(server.published.all.filter(({ uri }) => uri === URI).at(-1)?.diagnostics[0]?.severity, 1);
});

test('shows nothing before the settings are known', LIMIT, async (t) => {
  let answer: (settings: unknown) => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    void startWith(() => {
      resolve();
      return new Promise((settle) => (answer = settle));
    });
  });
  let server: Server | undefined;
  async function startWith(settings: () => unknown): Promise<void> {
    server = await startServer(t, { settings });
    server.send(TEXT, URI);
    server.change(URI, 2, { text: `\n${TEXT}` });
  }
  await asked;
  assert.deepEqual(server?.published.all, []);
  answer({ rules: { 'directive-case': 'off' } });
  assert.deepEqual(await server.diagnostics(URI, 2), []);
});

test('an answer that was overtaken is dropped', LIMIT, async (t) => {
  const answers: ((settings: unknown) => void)[] = [];
  let wake: () => void = () => undefined;
  const server = await startServer(t, {
    settings: () => {
      wake();
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  const asked = async (times: number) => {
    while (answers.length < times) await new Promise<void>((resolve) => (wake = resolve));
  };
  server.send(TEXT, URI);
  await asked(1);
  changed(server);
  await asked(2);
  answers[1]?.({ rules: { 'directive-case': 'off' } });
  assert.deepEqual(await server.diagnostics(URI, 1), []);
  answers[0]?.({});
  server.change(URI, 2, { text: `\n${TEXT}` });
  assert.deepEqual(await server.diagnostics(URI, 2), []);
});

test('a request that is cancelled while it waits is not answered with a result', LIMIT, async (t) => {
  let answer: (settings: unknown) => void = () => undefined;
  const server = await startServer(t, { settings: () => new Promise((resolve) => (answer = resolve)) });
  server.send(TEXT, URI);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: URI }, position: { line: 0, character: 3 } };
  const cancelled = server.connection.sendRequest(HoverRequest.type, params, source.token);
  const kept = server.connection.sendRequest(HoverRequest.type, params);
  source.cancel();
  // Messages come in order: once this one is answered, the cancellation has been seen.
  await assert.rejects(server.connection.sendRequest('htconf/noSuchRequest'));
  answer({});
  await assert.rejects(
    cancelled,
    (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
  );
  assert.ok(await kept);
});

test('without workspace/configuration the settings come with initialize, or are pushed', LIMIT, async (t) => {
  const rules = { 'directive-case': 'off' };
  const server = await startServer(t, { capabilities: {}, initializationOptions: { htconf: { rules } } });
  assert.deepEqual(await server.open(TEXT), []);
  const followed = shows(server, URI, ['directive-case']);
  changed(server, { htconf: {} });
  await followed;
  assert.deepEqual(server.registrations.all, []);
});

test('an editor that answers nothing has the settings that came with initialize', LIMIT, async (t) => {
  const initializationOptions = { htconf: { rules: { 'directive-case': 'off' } } };
  for (const nothing of [null, {}]) {
    const server = await startServer(t, { settings: () => nothing, initializationOptions });
    assert.deepEqual(await server.open(TEXT), []);
  }
});

test('without any settings the defaults hold', LIMIT, async (t) => {
  const server = await startServer(t, { capabilities: {} });
  assert.equal((await server.open(TEXT)).length, 1);
});

test('a malformed setting is ignored, and said once', LIMIT, async (t) => {
  const server = await startServer(t, { settings: () => ({ rules: { 'directive-case': 'loud' }, defines: 7 }) });
  assert.equal((await server.open(TEXT)).length, 1);
  assert.equal((await server.open(TEXT, OTHER)).length, 1);
  assert.deepEqual(server.messages.all, [
    'The setting htconf.defines is ignored: it must be a list of names.',
    'The setting htconf.rules.directive-case is ignored: it must be one of off, error, warning, info, hint.',
  ]);
});

test('an editor that fails to tell its settings gets the defaults', LIMIT, async (t) => {
  const server = await startServer(t, { settings: () => Promise.reject(new Error('no')) });
  assert.equal((await server.open(TEXT)).length, 1);
  assert.match(server.messages.all[0] ?? '', /^The editor did not tell the settings/);
});

test('the setting format.directiveCase decides what formatting does with names', LIMIT, async (t) => {
  const server = await startServer(t, { settings: () => ({ format: { directiveCase: 'canonical' } }) });
  await server.open('LISTEN 80\n');
  const params = { textDocument: { uri: URI }, options: { tabSize: 4, insertSpaces: true } };
  const edits = await server.connection.sendRequest(DocumentFormattingRequest.type, params);
  const text = TextDocument.create(URI, 'apacheconf', 1, 'LISTEN 80\n');
  assert.equal(TextDocument.applyEdits(text, edits ?? []), 'Listen 80\n');
});

test('own directives are known', LIMIT, async (t) => {
  const server = await startServer(t, { settings: () => ({ directives: ['MyDirective'] }) });
  assert.deepEqual(await server.open('MyDirective a b\n'), []);
});

test('the trace says how long each request took', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open(TEXT);
  const trace = new Promise<string>((resolve) =>
    server.connection.onNotification(LogTraceNotification.type, ({ message }) => resolve(message)),
  );
  await server.connection.sendNotification(SetTraceNotification.type, { value: 'messages' });
  await server.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: URI },
    position: { line: 0, character: 3 },
  });
  assert.match(await trace, /^textDocument\/hover: \d+\.\d ms$/);
});
