import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  type Diagnostic,
  type Position,
} from 'vscode-languageserver/node';
import { fileUri } from '../../server/src/hosts/fileUri.ts';

/** A language server in a process of its own. */
export interface LanguageServer {
  /** Milliseconds from its start to the answer of `initialize`. */
  readonly started: number;
  /** Opens a file, and gives what is found in it. */
  open(path: string, text: string): Promise<readonly Diagnostic[]>;
  /** Types a letter, or takes it away again: milliseconds until the findings of that are there. */
  type(path: string, at: Position): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server that is a script of Node. */
export async function startLanguageServer(script: readonly string[], folder: string): Promise<LanguageServer> {
  const start = performance.now();
  const child = spawn(process.execPath, script, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const published = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    published.get(uri)?.(diagnostics),
  );
  connection.listen();
  const uri = fileUri(folder);
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {},
    initializationOptions: { trusted: true },
  });
  const started = performance.now() - start;
  await connection.sendNotification(InitializedNotification.type, {});
  const typed = new Map<string, number>();
  const next = (of: string) => new Promise<readonly Diagnostic[]>((resolve) => published.set(of, resolve));

  return {
    started,
    open: async (path, text) => {
      const found = next(fileUri(path));
      const textDocument = { uri: fileUri(path), languageId: 'any', version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return found;
    },
    type: async (path, position) => {
      const version = (typed.get(path) ?? 1) + 1;
      typed.set(path, version);
      const change = version % 2 === 0 ? inserted(position) : removed(position);
      const from = performance.now();
      const found = next(fileUri(path));
      const params = { textDocument: { uri: fileUri(path), version }, contentChanges: [change] };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, params);
      await found;
      return performance.now() - from;
    },
    stop: async () => {
      const ended = once(child, 'close');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
    },
  };
}

function inserted(position: Position) {
  return { range: { start: position, end: position }, text: 'x' };
}

function removed(position: Position) {
  return { range: { start: position, end: { ...position, character: position.character + 1 } }, text: '' };
}
