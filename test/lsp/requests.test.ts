import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type CodeAction,
  type CodeActionContext,
  type CompletionItem,
  type MarkupContent,
  type Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DECLARE_DIRECTIVE, DECLARE_MODULE, RECOGNISE } from '../../server/src/lsp/protocol.ts';
import { LIMIT, startServer, URI, type Server } from './startServer.ts';

const textDocument = { uri: URI };

function at(line: number, character: number) {
  return { textDocument, position: { line, character } };
}

function range(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, 'apacheconf', 1, text), [...edits]);
}

async function actions(server: Server, where: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const params = { textDocument, range: where, context: { diagnostics: [], ...context } };
  return ((await server.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

/** The text edits of an action, which must be for one version of the document. */
function editsOf(action: CodeAction | undefined, version: number): TextEdit[] {
  const [change, ...others] = action?.edit?.documentChanges ?? [];
  assert.deepEqual(others, []);
  assert.ok(change && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: URI, version });
  return change.edits as TextEdit[];
}

test('that a name is our own is offered to an editor that can change its settings', LIMIT, async (t) => {
  const server = await startServer(t, { initializationOptions: { extras: [DECLARE_DIRECTIVE, DECLARE_MODULE] } });
  await server.open('MyThing On\n<MyPart a>\n</MyPart>\nLoadModule rewrit_module modules/mod_rewrit.so\n');
  const declared = async (line: number, character: number) =>
    (await actions(server, range(line, character, character))).flatMap(({ command }) => command ?? []);
  const title = (name: string) => `\`${name}\` is a directive of our own module`;
  assert.deepEqual(await declared(0, 0), [
    { title: title('MyThing'), command: 'htconf.declareDirective', arguments: ['MyThing', URI] },
  ]);
  assert.deepEqual(await declared(1, 2), [
    { title: title('<MyPart>'), command: 'htconf.declareDirective', arguments: ['<MyPart>', URI] },
  ]);
  assert.deepEqual(await declared(3, 12), [
    {
      title: '`rewrit_module` is a module of our own',
      command: 'htconf.declareModule',
      arguments: ['rewrit_module', URI],
    },
  ]);
});

test('an editor that cannot do so is offered nothing that does nothing', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('MyThing On\n');
  const offered = (await actions(server, range(0, 0, 0))).map(({ title }) => title);
  assert.deepEqual(offered, ['Suppress unknown-directive in this line']);
});

test('a quick fix belongs to its finding, and mends it', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = 'Listen 80\nLoadModul dir_module modules/mod_dir.so\n';
  const found = await server.open(text);
  const [fix] = await actions(server, range(1, 4, 4));
  assert.deepEqual([fix?.title, fix?.kind, fix?.isPreferred], ['Change to LoadModule', 'quickfix', true]);
  assert.deepEqual(fix?.diagnostics, found);
  const edits = editsOf(fix, 1);
  assert.equal(applied(text, edits), text.replace('LoadModul ', 'LoadModule '));
  server.change(URI, 2, ...edits.map(({ range, newText }) => ({ range, text: newText })));
  assert.deepEqual(await server.diagnostics(URI, 2), []);
  assert.deepEqual(await actions(server, range(1, 0, 9)), []);
});

test('fixes are those of the range, and of the kinds that are asked for', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = 'loadModule dir_module modules/mod_dir.so\nLoadModul mime_module modules/mod_mime.so\n';
  await server.open(text);
  const kinds = async (context: Partial<CodeActionContext>, where = range(0, 0, 0)) => [
    ...new Set((await actions(server, where, context)).map(({ kind }) => kind)),
  ];
  assert.deepEqual(await kinds({}), ['quickfix', 'source.fixAll.htconf']);
  assert.deepEqual(await kinds({ triggerKind: 2 }), ['quickfix']);
  assert.deepEqual(await kinds({ only: ['quickfix'] }), ['quickfix']);
  for (const kind of ['source', 'source.fixAll', 'source.fixAll.htconf']) {
    assert.deepEqual(await kinds({ only: [kind], triggerKind: 2 }), ['source.fixAll.htconf']);
  }
  assert.deepEqual(await kinds({ only: ['source.fixAll.eslint'] }), []);
  assert.deepEqual(await kinds({ only: ['refactor', 'source.organizeImports'] }), []);
  assert.deepEqual(await kinds({ only: ['quickfix'] }, range(0, 15, 20)), []);
  const [fixAll] = await actions(server, range(0, 0, 0), { only: ['source.fixAll'] });
  assert.equal(applied(text, editsOf(fixAll, 1)), text.replace('loadModule', 'LoadModule'));
});

test('an editor that knows no versions of documents gets plain changes', LIMIT, async (t) => {
  const server = await startServer(t, { capabilities: {} });
  await server.open('LoadModul dir_module modules/mod_dir.so\n');
  const [fix] = await actions(server, range(0, 0, 0));
  assert.deepEqual(fix?.edit, { changes: { [URI]: [{ range: range(0, 0, 9), newText: 'LoadModule' }] } });
});

async function completions(server: Server, line: number, character: number): Promise<CompletionItem[]> {
  return ((await server.connection.sendRequest(CompletionRequest.type, at(line, character))) ?? []) as CompletionItem[];
}

test('completion offers what may be written, with its documentation on demand', LIMIT, async (t) => {
  const server = await startServer(t);
  const text = '<VirtualHost *:80>\n  Docum\n</VirtualHost>\n';
  await server.open(text);
  const items = await completions(server, 1, 7);
  const item = items.find(({ label }) => label === 'DocumentRoot');
  assert.ok(item);
  assert.equal(item.documentation, undefined);
  assert.equal(applied(text, [item.textEdit as TextEdit]), text.replace('Docum', 'DocumentRoot'));
  const { documentation, ...rest } = await server.connection.sendRequest(CompletionResolveRequest.type, item);
  assert.deepEqual(rest, item);
  const { kind, value } = documentation as MarkupContent;
  assert.equal(kind, 'markdown');
  assert.match(value, /DocumentRoot/);
  assert.ok(!items.some(({ label }) => label === 'AllowOverride'), 'AllowOverride may stand in <Directory> only');
});

test('a section is completed with its closing tag', LIMIT, async (t) => {
  const section = async (server: Server) => {
    await server.open('<Loca\n');
    return (await completions(server, 0, 5)).find(({ label }) => label.startsWith('<Location>'));
  };
  const item = await section(await startServer(t));
  assert.equal(item?.insertTextFormat, 2);
  assert.match((item.textEdit as TextEdit).newText, /^<Location .*\$1.*>\n\t\$0\n<\/Location>$/);
  const plain = await section(await startServer(t, { capabilities: {} }));
  assert.equal(plain?.insertTextFormat, 1);
  assert.match((plain.textEdit as TextEdit).newText, /^<Location [^$]*>\n\t\n<\/Location>$/);
});

test('an item that nobody made is given back as it is', LIMIT, async (t) => {
  const { connection } = await startServer(t);
  for (const item of [{ label: 'a' }, { label: 'a', data: 5 }, { label: 'a', data: { entry: 'no-such' } }]) {
    assert.deepEqual(await connection.sendRequest(CompletionResolveRequest.type, item), item);
  }
});

test('hover tells of the word under the cursor', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open('  ServerName www.example.com\n\n');
  const hover = await server.connection.sendRequest(HoverRequest.type, at(0, 5));
  assert.deepEqual(hover?.range, range(0, 2, 12));
  const { kind, value } = hover.contents as MarkupContent;
  assert.equal(kind, 'markdown');
  assert.match(value, /ServerName/);
  assert.equal(await server.connection.sendRequest(HoverRequest.type, at(1, 0)), null);
});

const SITE = '# One\n# Two\n<VirtualHost *:80>\n  ServerName www.example.com\n</VirtualHost>\n';

test('the outline shows sections and what is in them', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open(SITE);
  const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  assert.deepEqual(symbols, [
    {
      name: 'VirtualHost *:80',
      detail: 'www.example.com',
      kind: 5,
      range: { start: { line: 2, character: 0 }, end: { line: 4, character: 14 } },
      selectionRange: range(2, 1, 12),
      children: [
        {
          name: 'ServerName www.example.com',
          kind: 7,
          range: range(3, 2, 28),
          selectionRange: range(3, 2, 12),
          children: [],
        },
      ],
    },
  ]);
});

test('sections and comments can be folded', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open(SITE);
  assert.deepEqual(await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 2, endLine: 3 },
  ]);
});

const UNTIDY = '<Directory /srv>\nOPTIONS None   \n    <Limit GET>\n    require all denied\n</Limit>\n</Directory>';

test('formats with the indentation of the editor', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open(UNTIDY);
  const format = async (options: { tabSize: number; insertSpaces: boolean }) =>
    applied(
      UNTIDY,
      (await server.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options })) ?? [],
    );
  const tidy = (indent: string) =>
    ['<Directory /srv>', '>OPTIONS None', '><Limit GET>', '>>require all denied', '></Limit>', '</Directory>', '']
      .map((line) => line.replace(/^>+/, (levels) => indent.repeat(levels.length)))
      .join('\n');
  assert.equal(await format({ tabSize: 2, insertSpaces: true }), tidy('  ').replace(/^<Directory/, '<Directory'));
  assert.equal(await format({ tabSize: 8, insertSpaces: false }), tidy('\t'));
});

test('formats only the lines of a range', LIMIT, async (t) => {
  const server = await startServer(t);
  await server.open(UNTIDY);
  const params = { textDocument, range: range(1, 0, 3), options: { tabSize: 4, insertSpaces: true } };
  const edits = await server.connection.sendRequest(DocumentRangeFormattingRequest.type, params);
  assert.equal(applied(UNTIDY, edits ?? []), UNTIDY.replace('OPTIONS None   ', '    OPTIONS None'));
});

test('whose configuration a text is, of a document that is not open here', LIMIT, async (t) => {
  const { connection } = await startServer(t);
  const ask = (params: unknown) => connection.sendRequest(RECOGNISE, params);
  assert.equal(await ask({ text: 'ProxyPreserveHost On\nProxyPass / http://a.example/\n' }), 'httpd');
  assert.equal(await ask({ text: 'server {\n  listen 80;\n}\n' }), 'nginx');
  assert.equal(await ask({ text: 'a = b\n' }), null);
  await assert.rejects(ask({ text: 5 }), ({ code }: { readonly code: number }) => code === ErrorCodes.InvalidParams);
});

test('help with arguments says where the cursor is', LIMIT, async (t) => {
  const text = 'RewriteRule ^/a /b [L]\n# RewriteRule a\n';
  const server = await startServer(t);
  await server.open(text);
  const help = await server.connection.sendRequest(SignatureHelpRequest.type, at(0, 17));
  const [signature] = help?.signatures ?? [];
  assert.equal(signature?.label, 'RewriteRule pattern substitution [flags]');
  assert.deepEqual([help?.activeSignature, help?.activeParameter], [0, 1]);
  assert.deepEqual(
    signature.parameters?.map(({ label }) => label),
    [
      [12, 19],
      [20, 32],
      [33, 40],
    ],
  );
  assert.equal(await server.connection.sendRequest(SignatureHelpRequest.type, at(1, 15)), null);

  const plain = await startServer(t, { capabilities: {} });
  await plain.open(text);
  const { signatures } = (await plain.connection.sendRequest(SignatureHelpRequest.type, at(0, 17))) ?? {};
  assert.deepEqual(
    signatures?.[0]?.parameters?.map(({ label }) => label),
    ['pattern', 'substitution', '[flags]'],
  );
});

/** Tokens as line, character, length, type and modifier. */
function decoded({ data }: SemanticTokens, { tokenTypes, tokenModifiers }: SemanticTokensLegend): string[] {
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(index * 5);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    const marks = tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    return [line, character, length, tokenTypes[type] ?? '', ...marks].join(' ');
  });
}

test('tokens of a document, and of some of its lines', LIMIT, async (t) => {
  const server = await startServer(t);
  const provider = server.initialized.capabilities.semanticTokensProvider;
  assert.ok(provider);
  await server.open('Order deny,allow\n\n  KeepAlive On\nOptions -Indexes\n');
  const lines = [
    ['0 0 5 function deprecated', '0 6 10 enumMember'],
    ['2 2 9 function', '2 12 2 enumMember'],
  ];
  const all = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  assert.deepEqual(all && decoded(all, provider.legend), [
    ...lines.flat(),
    ...['3 0 7 function', '3 8 1 operator', '3 9 7 enumMember'],
  ]);
  const params = { textDocument, range: range(2, 0, 5) };
  const some = await server.connection.sendRequest(SemanticTokensRangeRequest.type, params);
  assert.deepEqual(some && decoded(some, provider.legend), lines[1]);
});
