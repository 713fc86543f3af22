import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type ProtocolNotificationType,
  type PublishDiagnosticsParams,
  type Registration,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { ClientFiles } from '../../server/src/hosts/clientFileSystem.ts';
import { READ_DIRECTORY, READ_FILE } from '../../server/src/lsp/protocol.ts';

export interface ClientOptions {
  /** Added to those of an editor that can do everything that the server makes use of. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs of the folders that are open. */
  readonly workspaceFolders?: readonly string[];
  /** What the editor has for the section `htconf` of a document. */
  readonly settings?: (uri: string) => unknown;
  /** The files that the editor hands over, if it does. */
  readonly files?: ClientFiles;
}

/** A server that runs somewhere else, as an editor sees it. */
export interface Server {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Sentences that the server logged or showed, as they come. */
  readonly messages: Events<string>;
  readonly registrations: Events<Registration>;
  /** Every result that was published. */
  readonly published: Events<PublishDiagnosticsParams>;
  /** The parameters of all notifications of one name that come from now on. */
  notified<T>(method: string): Events<T>;
  /** Opens a document and waits for its findings. */
  open(text: string, uri?: string): Promise<Diagnostic[]>;
  /** Opens a document and waits for nothing. */
  send(text: string, uri: string): void;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** The findings of a version, once they are there. */
  diagnostics(uri: string, version: number): Promise<Diagnostic[]>;
  /** The exit code of the process or the worker, after `shutdown` and `exit`. */
  stop(): Promise<number | null>;
}

/** A test that waits for longer than this waits for what never comes. */
export const LIMIT = { timeout: 60_000 };

export const URI = 'file:///conf/extra.conf';

const EVERYTHING: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
  },
};

/** Starts `htconf server --stdio` and initializes it; the test ends it, whatever happens. */
export function startServer(test: TestContext, options: ClientOptions = {}): Promise<Server> {
  const child = startProcess(test);
  return serve(createProtocolConnection(child.stdout, child.stdin), () => exitCode(child), options);
}

/** Is the client of a server that was just started; `ended` waits for its end. */
export async function serve(
  connection: ProtocolConnection,
  ended: () => Promise<number | null>,
  options: ClientOptions,
): Promise<Server> {
  const published = events<PublishDiagnosticsParams>();
  const messages = events<string>();
  const registrations = events<Registration>();
  connection.onNotification(PublishDiagnosticsNotification.type, published.add);
  connection.onNotification(LogMessageNotification.type, ({ message }) => messages.add(message));
  connection.onNotification(ShowMessageNotification.type, ({ message }) => messages.add(message));
  connection.onRequest(RegistrationRequest.type, (params) => params.registrations.forEach(registrations.add));
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    Promise.all(items.map(async ({ scopeUri }) => (await options.settings?.(scopeUri ?? '')) ?? null)),
  );
  if (options.files) handOver(connection, options.files);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: options.workspaceFolders?.map((uri) => ({ uri, name: 'work' })) ?? null,
    capabilities: options.capabilities ?? EVERYTHING,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const shown = { messages, registrations, published, notified };
  return { connection, initialized, ...shown, ...documents(connection, published), stop };

  function notified<T>(method: string): Events<T> {
    const all = events<T>();
    connection.onNotification(method, all.add);
    return all;
  }

  async function stop(): Promise<number | null> {
    const end = ended();
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    return end;
  }
}

function handOver(connection: ProtocolConnection, files: ClientFiles): void {
  connection.onRequest(READ_FILE, (params: Parameters<ClientFiles['readFile']>[0]) => files.readFile(params));
  connection.onRequest(READ_DIRECTORY, (params: Parameters<ClientFiles['readDirectory']>[0]) =>
    files.readDirectory(params),
  );
}

function documents(connection: ProtocolConnection, published: Events<PublishDiagnosticsParams>) {
  const diagnostics = async (uri: string, version: number): Promise<Diagnostic[]> => {
    const result = await published.find((one) => one.uri === uri && one.version === version);
    return result.diagnostics;
  };
  /** A test may end before what it sent is written. */
  const notify = <P>(type: ProtocolNotificationType<P, unknown>, params: P): void => {
    connection.sendNotification(type.method, params).catch(() => undefined);
  };
  const send = (text: string, uri: string): void => {
    const textDocument = { uri, languageId: 'apacheconf', version: 1, text };
    notify(DidOpenTextDocumentNotification.type, { textDocument });
  };
  return {
    diagnostics,
    send,
    open: (text: string, uri = URI): Promise<Diagnostic[]> => {
      send(text, uri);
      return diagnostics(uri, 1);
    },
    change: (uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void => {
      const params = { textDocument: { uri, version }, contentChanges };
      notify(DidChangeTextDocumentNotification.type, params);
    },
    close: (uri: string): void => {
      notify(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
  };
}

/** Things that come one after the other, and can be waited for. */
export interface Events<T> {
  readonly all: readonly T[];
  add(this: void, one: T): void;
  /** The first that is wanted, of those that have come or will come. */
  find(wanted: (one: T) => boolean): Promise<T>;
}

function events<T>(): Events<T> {
  const all: T[] = [];
  const waiting = new Set<(one: T) => void>();
  return {
    all,
    add: (one) => {
      all.push(one);
      for (const look of waiting) look(one);
    },
    find: (wanted) => {
      const there = all.find(wanted);
      if (there !== undefined) return Promise.resolve(there);
      return new Promise((resolve) => {
        const look = (one: T): void => {
          if (!wanted(one)) return;
          waiting.delete(look);
          resolve(one);
        };
        waiting.add(look);
      });
    },
  };
}

/** The process alone, for input that no client would send. */
export function startProcess(test: TestContext): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['dist/cli.cjs', 'server', '--stdio']);
  test.after(() => child.kill());
  return child;
}

export async function exitCode(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}
