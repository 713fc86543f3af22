import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  HoverRequest,
  type Diagnostic,
  type Position,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LIMIT, startServer, URI } from './startServer.ts';

/** A change in one line. */
function replace(line: number, from: number, to: number, text: string): TextDocumentContentChangeEvent {
  return { range: { start: { line, character: from }, end: { line, character: to } }, text };
}

/** Where a diagnostic is, and what: `1:0-9 unknown-directive`. */
function inShort({ range: { start, end }, code }: Diagnostic): string {
  const to = start.line === end.line ? String(end.character) : `${String(end.line)}:${String(end.character)}`;
  return `${String(start.line)}:${String(start.character)}-${to} ${String(code)}`;
}

const OUTAGE =
  'ServerRoot /etc/httpd\nloadModule dir_module modules/mod_dir.so\nLoadModul mime_module modules/mod_mime.so\n';

test('publishes what it finds, with the version of the document', LIMIT, async (t) => {
  const server = await startServer(t);
  const [usual, unknown, ...others] = await server.open(OUTAGE, 'file:///conf/httpd.conf');
  assert.ok(usual && unknown);
  assert.deepEqual(others, []);
  const { message, ...rest } = unknown;
  assert.match(message as string, /^.*`LoadModul`.*\n\S/);
  assert.deepEqual(rest, {
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } },
    severity: 1,
    code: 'unknown-directive',
    codeDescription: { href: 'https://github.com/htconf/htconf/blob/main/docs/rules/unknown-directive.md' },
    source: 'htconf',
  });
  assert.deepEqual([usual.code, usual.severity], ['directive-case', 3]);
  assert.deepEqual(
    server.published.all.map(({ uri, version }) => [uri, version]),
    [['file:///conf/httpd.conf', 1]],
  );
});

test('dims what is not read, strikes out what is old, and links what belongs together', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = '<IfVersion < 2.4>\nListen 80\n</IfVersion>\n<Directory /srv>\n</Location>\n';
  const found = await server.open(text);
  const dead = found.find(({ code }) => code === 'dead-branch');
  assert.deepEqual([dead?.severity, dead?.tags], [4, [1]]);
  const wrong = found.find(({ code }) => code === 'section-mismatched');
  assert.deepEqual(
    wrong?.relatedInformation?.map(({ location }) => location),
    [{ uri: URI, range: { start: { line: 3, character: 1 }, end: { line: 3, character: 10 } } }],
  );
});

test('counts UTF-16 units, whatever the line ends are', LIMIT, async (t) => {
  const server = await startServer(t);
  const lines = ['ServerName "😀é"', 'loadmodul a_module b', ''];
  const [first] = (await server.open(lines.join('\r\n'))).map(inShort);
  assert.equal(first, '1:0-9 unknown-directive');
  server.change(URI, 2, replace(0, 14, 14, '"\r\nFooBar "'));
  const found = (await server.diagnostics(URI, 2)).map(inShort);
  assert.ok(found.includes('2:0-9 unknown-directive'), found.join());
});

test('applies all changes of a notification one after the other', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('Listen 80\nLoadModul a_module b\n');
  server.change(URI, 2, replace(1, 0, 9, ''), replace(1, 0, 0, 'LoadModule'), replace(0, 0, 0, 'Lissten 81\n'));
  assert.deepEqual((await server.diagnostics(URI, 2)).map(inShort), ['0:0-7 unknown-directive']);
  server.change(URI, 3, { text: 'Listen 80\nServerNam a\n' }, replace(1, 9, 9, 'e'));
  assert.deepEqual(await server.diagnostics(URI, 3), []);
  server.change(URI, 4, replace(0, 0, 6, 'Lissten'), { text: 'Lisen 80\n' });
  assert.deepEqual((await server.diagnostics(URI, 4)).map(inShort), ['0:0-5 unknown-directive']);
});

test('a range that lies outside of the text is cut, one that is turned round is turned', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('Lissten 80');
  server.change(URI, 2, {
    range: { start: { line: 7, character: 9 }, end: { line: 9, character: 0 } },
    text: '\nLissten 81\n',
  });
  assert.deepEqual((await server.diagnostics(URI, 2)).map(inShort), [
    '0:0-7 unknown-directive',
    '1:0-7 unknown-directive',
  ]);
  server.change(URI, 3, {
    range: { start: { line: 1, character: 7 }, end: { line: 0, character: 0 } },
    text: 'Listen',
  });
  assert.deepEqual(await server.diagnostics(URI, 3), []);
});

test('findings after any edits are those of the text that comes out', LIMIT, async (t) => {
  const server = await startServer(t);
  let documents = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyChange, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      async (rounds) => {
        const uri = `file:///conf/${String(documents++)}.conf`;
        let text = OUTAGE;
        server.send(OUTAGE, uri);
        for (const [index, changes] of rounds.entries()) {
          server.change(uri, index + 2, ...changes);
          for (const change of changes) text = changed(text, change);
        }
        const edited = await server.diagnostics(uri, rounds.length + 1);
        const whole = `file:///whole/${String(documents)}.conf`;
        assert.deepEqual(edited, named(uri, whole, await server.open(text, whole)));
        server.close(uri);
      },
    ),
    { numRuns: 60 },
  );
});

/** Diagnostics of one document as those of another with the same text. */
function named(uri: string, other: string, diagnostics: readonly Diagnostic[]): unknown {
  return JSON.parse(JSON.stringify(diagnostics).replaceAll(JSON.stringify(other), JSON.stringify(uri)));
}

/** The text after a change, in the simplest way. */
function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const document = TextDocument.create(URI, 'apacheconf', 1, text);
  const { start, end } = change.range;
  return text.slice(0, document.offsetAt(start)) + change.text + text.slice(document.offsetAt(end));
}

const PIECES = [
  '',
  '\n',
  '\r\n',
  '\r',
  'Listen',
  '<Directory /srv>\n',
  '</Directory>',
  '<If',
  'LoadModule ',
  '\\\n',
  '"',
  ' ',
  '😀',
  '#',
];
const anyPosition: fc.Arbitrary<Position> = fc.record({ line: fc.nat(3), character: fc.nat(45) });
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
const anyChange: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 1, arbitrary: anyText.map((text) => ({ text })) },
  {
    weight: 9,
    arbitrary: fc.tuple(anyPosition, anyPosition, anyText).map(([a, b, text]) => {
      const isTurned = a.line > b.line || (a.line === b.line && a.character > b.character);
      return { range: isTurned ? { start: b, end: a } : { start: a, end: b }, text };
    }),
  },
);

test('publishes the newest version only, and never an older one behind it', LIMIT, async (t) => {
  const server = await startServer(t);
  const large = 'Listen\n'.repeat(20_000);
  server.send(large, URI);
  for (let version = 2; version <= 200; version++) server.change(URI, version, replace(0, 0, 0, '#'));
  const last = await server.diagnostics(URI, 200);
  const versions = server.published.all.map(({ version }) => version ?? 0);
  assert.deepEqual(
    versions,
    [...new Set(versions)].sort((a, b) => a - b),
  );
  assert.ok(versions.length < 200, `${String(versions.length)} were published`);
  assert.equal(last.length, 1001);
  assert.deepEqual(inShort(last[0] as Diagnostic), '0:0-0 left-out');
});

test('takes away what it showed when a document is closed', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('LoadModul a_module b\n');
  server.change(URI, 2, replace(0, 0, 0, '\n'));
  server.close(URI);
  await server.published.find(({ uri, version }) => uri === URI && version === undefined);
  await server.open('Listen 80\n', 'file:///conf/other.conf');
  const { uri, diagnostics } = server.published.all.filter((result) => result.uri === URI).at(-1) ?? {};
  assert.deepEqual({ uri, diagnostics }, { uri: URI, diagnostics: [] });
  assert.equal((await server.open('LoadModul a_module b\n')).length, 1);
});

test('a file over 16 MiB is not analysed, and says so', LIMIT, async (t) => {
  const server = await startServer(t);
  const line = `# ${'x'.repeat(1022)}\n`;
  const found = await server.open(`Lissten 80\n${line.repeat(16 * 1024)}`);
  assert.deepEqual(found.map(inShort), ['0:0-0 left-out']);
  const hover = { textDocument: { uri: URI }, position: { line: 0, character: 3 } };
  assert.equal(await server.connection.sendRequest(HoverRequest.type, hover), null);
  server.change(URI, 2, { range: { start: { line: 1, character: 0 }, end: { line: 99_999, character: 0 } }, text: '' });
  assert.deepEqual((await server.diagnostics(URI, 2)).map(inShort), ['0:0-7 unknown-directive']);
});
