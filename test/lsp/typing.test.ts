import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CodeActionRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  LinkedEditingRangeRequest,
  SelectionRangeRequest,
  type CodeAction,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLOSING_TAG, INSERT_SNIPPET } from '../../server/src/lsp/protocol.ts';
import { LIMIT, startServer, URI, type Server } from './startServer.ts';

const textDocument = { uri: URI };
const options = { tabSize: 2, insertSpaces: true };

function at(line: number, character: number) {
  return { textDocument, position: { line, character } };
}

function range(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

function applied(text: string, edits: readonly TextEdit[] | null): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'apacheconf', 1, text), [...(edits ?? [])]);
}

async function typed(server: Server, line: number, character: number, ch: string): Promise<TextEdit[] | null> {
  return server.connection.sendRequest(DocumentOnTypeFormattingRequest.type, { ...at(line, character), ch, options });
}

test('Enter indents the new line, in the way of the editor', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = '<Directory /srv>\n\n</Directory>\n';
  await server.open(text);
  assert.equal(applied(text, await typed(server, 1, 0, '\n')), '<Directory /srv>\n  \n</Directory>\n');
  const tabs = { ...at(1, 0), ch: '\n', options: { tabSize: 4, insertSpaces: false } };
  const edits = await server.connection.sendRequest(DocumentOnTypeFormattingRequest.type, tabs);
  assert.equal(applied(text, edits), '<Directory /srv>\n\t\n</Directory>\n');
});

test('a > moves a closing tag, and leaves other lines where they are', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = '<Directory /srv>\n  </Directory>\n  LogFormat "%>s" a\n';
  await server.open(text);
  assert.equal(applied(text, await typed(server, 1, 14, '>')), text.replace('  </D', '</D'));
  assert.deepEqual(await typed(server, 2, 15, '>'), []);
});

test('a > puts the closing tag for an editor that has no better way', LIMIT, async (t) => {
  const text = '<Directory /srv>\nListen 80\n';
  const plain = await startServer(t);
  await plain.open(text);
  const closed = '<Directory /srv>\n</Directory>\nListen 80\n';
  assert.equal(applied(text, await typed(plain, 0, 16, '>')), closed);
  const clever = await startServer(t, { initializationOptions: { extras: [CLOSING_TAG] } });
  await clever.open(text);
  assert.deepEqual(await typed(clever, 0, 16, '>'), []);
});

test('the closing tag as a snippet, for the version that was asked about', LIMIT, async (t) => {
  const server = await startServer(t, { initializationOptions: { extras: [CLOSING_TAG] } });
  await server.open('<Directory /srv>\n# <If a>\n');
  const ask = (version: number, line: number, character: number) =>
    server.connection.sendRequest(CLOSING_TAG, { ...at(line, character), textDocument: { ...textDocument, version } });
  assert.equal(await ask(1, 0, 16), '$0\n</Directory>');
  assert.equal(await ask(2, 0, 16), null);
  assert.equal(await ask(1, 1, 8), null);
});

test('no closing tag where the settings do not want it', LIMIT, async (t) => {
  const server = await startServer(t, { settings: () => ({ autoClosingTags: false }) });
  await server.open('<Directory /srv>\n');
  assert.deepEqual(await typed(server, 0, 16, '>'), []);
  const versioned = { ...at(0, 16), textDocument: { ...textDocument, version: 1 } };
  assert.equal(await server.connection.sendRequest(CLOSING_TAG, versioned), null);
});

test('the tags of a section: shown, and typed at once', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('<Directory /srv>\n</Directory>\n');
  const names = [range(0, 1, 10), range(1, 2, 11)];
  const { connection } = server;
  const highlights = await connection.sendRequest(DocumentHighlightRequest.type, at(0, 3));
  assert.deepEqual(
    highlights?.map((one) => one.range),
    names,
  );
  assert.equal(await connection.sendRequest(DocumentHighlightRequest.type, at(0, 12)), null);
  assert.deepEqual(await connection.sendRequest(LinkedEditingRangeRequest.type, at(1, 11)), {
    ranges: names,
    wordPattern: '\\w*',
  });
  assert.equal(await connection.sendRequest(LinkedEditingRangeRequest.type, at(0, 12)), null);
});

test('a selection grows from each of several places', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('Listen 80\n\n');
  const positions = [at(0, 8).position, at(2, 0).position];
  const chains = await server.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions });
  const whole = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
  assert.deepEqual(chains?.[0]?.range, range(0, 8, 8));
  assert.deepEqual(chains[0].parent?.range, range(0, 7, 9));
  assert.deepEqual(chains[0].parent.parent?.range, range(0, 0, 9));
  assert.deepEqual(chains[1]?.parent, { range: whole });
});

async function suppressing(server: Server, line: number): Promise<CodeAction[]> {
  const params = { textDocument, range: range(line, 0, 4), context: { diagnostics: [] } };
  const actions = ((await server.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  const isMeant = ({ title }: CodeAction) => title.startsWith('Suppress ');
  const first = actions.findIndex(isMeant);
  assert.ok(actions.slice(first).every((action) => isMeant(action) || action.kind?.startsWith('source.')));
  assert.ok(actions.filter(isMeant).every(({ isPreferred, kind }) => !isPreferred && kind === 'quickfix'));
  return actions.filter(isMeant);
}

test('the comment that suppresses a finding comes last, with the reason to be written', LIMIT, async (t) => {
  const server = await startServer(t, { initializationOptions: { extras: [INSERT_SNIPPET] } });
  const found = await server.open('  LoadModul dir_module modules/mod_dir.so\n');
  const [action, ...others] = await suppressing(server, 0);
  assert.deepEqual(others, []);
  assert.equal(action?.title, 'Suppress unknown-directive in this line');
  assert.deepEqual(action.diagnostics, found);
  const snippet = '  # htconf-ignore-next-line unknown-directive: ${1:reason}\n';
  assert.deepEqual(action.command?.arguments, [URI, 1, { line: 0, character: 0 }, snippet]);
});

test('an editor without that command gets the comment as a plain edit', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('Listen 80\nLissten 81\n');
  const [action] = await suppressing(server, 1);
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.equal(
    applied('Listen 80\nLissten 81\n', change.edits as TextEdit[]),
    'Listen 80\n# htconf-ignore-next-line unknown-directive: reason\nLissten 81\n',
  );
});

test('a comment that is there gets one more code, also where a snippet could be inserted', LIMIT, async (t) => {
  const server = await startServer(t, { initializationOptions: { extras: [INSERT_SNIPPET] } });
  await server.open('# htconf-ignore-next-line directive-case: ours\nLissten 81\n');
  const [action] = await suppressing(server, 1);
  assert.equal(action?.command, undefined);
  assert.ok(action?.edit);
});
