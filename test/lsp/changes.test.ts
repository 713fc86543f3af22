import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { HoverRequest, type Diagnostic } from 'vscode-languageserver/node';
import { LIMIT, startServer, type Server } from './startServer.ts';
import { makeTree, tell, type Tree } from './tree.ts';

/** One thing that happens. */
type Happening =
  | { readonly what: 'write'; readonly name: string; readonly text: string }
  | { readonly what: 'remove'; readonly name: string }
  | { readonly what: 'rename'; readonly name: string; readonly to: string }
  | { readonly what: 'edit'; readonly name: string; readonly text: string }
  | { readonly what: 'close'; readonly name: string };

const NAMES = ['conf.d/a.conf', 'conf.d/b.conf', 'conf.d/more/c.conf', 'other.conf'];
const ROOTS = ['one/httpd.conf', 'two/httpd.conf'];
const LINES = [
  'Define SSL',
  'UnDefine SSL',
  '<IfDefine SSL>\nLissten 80\n</IfDefine>',
  'Include ../other.conf',
  '<IfDefine !SSL>\nInclude ../other.conf\n</IfDefine>',
  'IncludeOptional ../conf.d',
  'Include ../conf.d/*.conf',
  '<VirtualHost *:80>',
  '</VirtualHost>',
  'loadModule dir_module modules/mod_dir.so',
  '',
];

const anyText = fc.array(fc.constantFrom(...LINES), { maxLength: 5 }).map((lines) => lines.join('\n'));
const anyName = fc.constantFrom(...NAMES);
const anyDocument = fc.constantFrom(...NAMES, ...ROOTS);
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constant('write' as const), name: anyName, text: anyText }),
  fc.record({ what: fc.constant('remove' as const), name: anyName }),
  fc.record({ what: fc.constant('rename' as const), name: anyName, to: anyName }),
  fc.record({ what: fc.constant('edit' as const), name: anyDocument, text: anyText }),
  fc.record({ what: fc.constant('close' as const), name: fc.constantFrom(...NAMES) }),
);

/** A folder on disk, and what is open in the editor. */
interface Editor {
  readonly tree: Tree;
  readonly server: Server;
  readonly onDisk: Map<string, string>;
  readonly open: Map<string, { readonly version: number; readonly text: string }>;
}

test('findings after anything that happens are those of what is there then', LIMIT, async (t) => {
  const options = { initializationOptions: { trusted: true } };
  const [server, fresh] = [await startServer(t, options), await startServer(t, options)];
  await fc.assert(
    fc.asyncProperty(fc.array(anyHappening, { maxLength: 12 }), async (happenings) => {
      const editor = startEditor(t, server);
      for (const happening of happenings) {
        happen(editor, happening);
        await answered(editor);
      }
      const again: Editor = { ...editor, server: fresh };
      for (const [name, { text }] of editor.open) fresh.send(text, editor.tree.uri(name));
      assert.deepEqual(await everythingShown(editor), await everythingShown(again));
      for (const name of editor.open.keys()) {
        server.close(editor.tree.uri(name));
        fresh.close(editor.tree.uri(name));
      }
    }),
    { numRuns: 25 },
  );
});

function startEditor(t: TestContext, server: Server): Editor {
  const tree = makeTree(t, { 'conf.d/a.conf': '', 'other.conf': '' });
  const onDisk = new Map([
    ['conf.d/a.conf', ''],
    ['other.conf', ''],
  ]);
  const editor: Editor = { tree, server, onDisk, open: new Map() };
  for (const name of ROOTS) edit(editor, name, `Include ../conf.d/*.conf\n${LINES[2] ?? ''}`);
  return editor;
}

function happen(editor: Editor, happening: Happening): void {
  const { what, name } = happening;
  if (what === 'write') write(editor, name, happening.text);
  else if (what === 'remove') remove(editor, name);
  else if (what === 'rename') rename(editor, name, happening.to);
  else if (what === 'edit') edit(editor, name, happening.text);
  else close(editor, name);
}

function write({ tree, server, onDisk }: Editor, name: string, text: string): void {
  const isNewFolder = !tree.has(dirname(name));
  tree.write(name, text);
  if (isNewFolder) tell(server, 'Created', tree.uri(dirname(name)));
  tell(server, onDisk.has(name) ? 'Changed' : 'Created', tree.uri(name));
  onDisk.set(name, text);
}

function remove({ tree, server, onDisk }: Editor, name: string): void {
  if (!onDisk.delete(name)) return;
  tree.remove(name);
  tell(server, 'Deleted', tree.uri(name));
}

function rename(editor: Editor, name: string, to: string): void {
  const text = editor.onDisk.get(name);
  if (text === undefined || to === name) return;
  write(editor, to, text);
  remove(editor, name);
}

function edit({ tree, server, open }: Editor, name: string, text: string): void {
  const version = (open.get(name)?.version ?? 0) + 1;
  if (version === 1) server.send(text, tree.uri(name));
  else server.change(tree.uri(name), version, { text });
  open.set(name, { version, text });
}

function close({ tree, server, open }: Editor, name: string): void {
  if (open.delete(name)) server.close(tree.uri(name));
}

/** What is shown of each file in the end. Everything that is published comes before the answer to a later request. */
async function everythingShown(editor: Editor): Promise<Record<string, Diagnostic[]>> {
  const { tree, server } = editor;
  for (const name of ROOTS) server.change(tree.uri(name), LAST_VERSION, { range: NOWHERE, text: '' });
  for (const name of ROOTS) await server.diagnostics(tree.uri(name), LAST_VERSION);
  await answered(editor);
  const here = server.published.all.filter(({ uri }) => uri.startsWith(tree.uri()));
  const shown = new Map(here.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return Object.fromEntries([...shown].filter(([, diagnostics]) => diagnostics.length > 0).sort());
}

/** All that was sent before was taken in, and files that it wants were read. */
async function answered({ tree, server }: Editor): Promise<void> {
  const textDocument = { uri: tree.uri(ROOTS[0]) };
  await server.connection.sendRequest(HoverRequest.type, { textDocument, position: NOWHERE.start });
}

const LAST_VERSION = 1000;
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
