import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Diagnostic,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { fileUri } from '../../server/src/hosts/fileUri.ts';
import { startServer, type ClientOptions, type Server } from './startServer.ts';

/** A folder on disk with files in it. */
export interface Tree {
  uri(name?: string): string;
  path(name: string): string;
  has(name: string): boolean;
  write(name: string, text: string): void;
  link(name: string, to: string): void;
  remove(name: string): void;
}

/** Makes a folder with these files; it goes when the test ends. */
export function makeTree(test: TestContext, files: Readonly<Record<string, string>>): Tree {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'htconf-tree-')));
  test.after(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string): string => join(root, name);
  const tree: Tree = {
    uri: (name = '') => fileUri(path(name)),
    path,
    has: (name) => existsSync(path(name)),
    write: (name, text) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    link: (name, to) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      symlinkSync(to, path(name));
    },
    remove: (name) => rmSync(path(name), { recursive: true }),
  };
  for (const [name, text] of Object.entries(files)) tree.write(name, text);
  return tree;
}

/** A server whose client has a tree open, and trusts it. */
export function startInTree(test: TestContext, tree: Tree, options: ClientOptions = {}): Promise<Server> {
  return startServer(test, {
    workspaceFolders: [tree.uri()],
    initializationOptions: { trusted: true },
    ...options,
  });
}

/** Tells the server what has happened on disk, as an editor does. */
export function tell(server: Server, type: keyof typeof FileChangeType, ...uris: readonly string[]): void {
  const changes = uris.map((uri) => ({ uri, type: FileChangeType[type] }));
  server.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes }).catch(() => undefined);
}

/** What is shown of a file now, such as `1 error unknown-directive`, with lines from 1. */
export function shown(server: Server, uri: string): string[] {
  return inShort(server.published.all.filter((result) => result.uri === uri).at(-1));
}

/** Waits until this is shown of a file. */
export async function shows(server: Server, uri: string, ...wanted: readonly string[]): Promise<void> {
  const isWanted = (found: readonly string[]): boolean => found.join('\n') === wanted.join('\n');
  const from = server.published.all.length;
  if (server.published.all.some((result) => result.uri === uri) && isWanted(shown(server, uri))) return;
  await server.published.find(
    (result) => server.published.all.indexOf(result) >= from && result.uri === uri && isWanted(inShort(result)),
  );
}

function inShort(result: PublishDiagnosticsParams | undefined): string[] {
  return (result?.diagnostics ?? []).map(
    ({ range, severity, code }: Diagnostic) =>
      `${String(range.start.line + 1)} ${SEVERITIES[severity ?? 0] ?? ''} ${String(code)}`,
  );
}

const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];
