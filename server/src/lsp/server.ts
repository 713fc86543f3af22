import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeError,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import type { Documents } from './documents.ts';
import type { LoadDisk } from './files.ts';
import type { Client } from './handler.ts';
import { HANDLERS } from './handlers.ts';
import { STATUS } from './protocol.ts';
import { answerRequests, describe } from './requests.ts';

/** The section of the editor's configuration that is ours. */
const SECTION = 'htconf';

const INITIALIZED = 'The server is initialized already.';

export interface RunningServer {
  /** Whether the client has said `shutdown`: then it may go away. */
  isShutDown(): boolean;
}

/** What is known of the client; the one record that changes. */
interface State {
  phase: 'new' | 'running' | 'shut down';
  capabilities: ClientCapabilities;
  /** Our section, where the client gives it without being asked. */
  given: unknown;
  /** Whether the client trusts what is in the workspace: then files outside of it are read. */
  isTrusted: boolean;
  /** What the client says that it understands beyond the protocol: names of `protocol.ts`. */
  extras: readonly unknown[];
  /** URIs. */
  workspaceFolders: readonly string[];
}

/**
 * Serves one client. Knows no transport and no disk: the same code runs in Node and in a web worker. What reads files
 * brings the engine with it, so it is loaded when the first document is expected. Without a disk all files are those of
 * the client.
 */
export function startServer(connection: Connection, loadDisk?: LoadDisk): RunningServer {
  const state: State = {
    phase: 'new',
    capabilities: {},
    given: undefined,
    isTrusted: false,
    extras: [],
    workspaceFolders: [],
  };
  const client: Client = {
    capabilities: () => state.capabilities,
    understands: (extra) => state.extras.includes(extra),
    warn: (message) =>
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
  };
  let loaded: Promise<Documents> | undefined;
  const documents: LoadDocuments = () => (loaded ??= loadDocuments(connection, state, client, loadDisk));
  followLifecycle(connection, state);
  followDocuments(connection, state, documents);
  followFiles(connection, state, documents);
  followConfiguration(connection, state, documents);
  answerRequests(connection, {
    refusal: () => refusalIn(state.phase),
    view: async (uri) => (await documents()).view(uri),
    client,
  });
  connection.listen();
  return { isShutDown: () => state.phase === 'shut down' };
}

/** Gives the documents; the first call loads the engine. */
type LoadDocuments = () => Promise<Documents>;

async function loadDocuments(
  connection: Connection,
  state: State,
  client: Client,
  loadDisk: LoadDisk | undefined,
): Promise<Documents> {
  const { allFiles } = await import('./files.ts');
  const { createDocuments } = await import('./documents.ts');
  const { createWatch } = await import('./watching.ts');
  const documents = createDocuments({
    fileSystem: await allFiles(connection, client, loadDisk),
    isTrusted: () => state.isTrusted,
    watch: createWatch(connection, client.capabilities, (error) => {
      connection.console.warn(`Changes of files that are not open will not be followed: ${describe(error)}`);
    }),
    publish: (result) => void connection.sendDiagnostics(result),
    tellStatus: (status) => {
      if (client.understands(STATUS)) void connection.sendNotification(STATUS, status);
    },
    sections: (uris) => askForSections(connection, state, uris),
    warn: (sentence) => connection.console.warn(sentence),
    failed: (what, error) => connection.console.error(`${what}: ${describe(error)}`),
  });
  documents.setWorkspaceFolders(state.workspaceFolders);
  return documents;
}

function followLifecycle(connection: Connection, state: State): void {
  connection.onInitialize((params): InitializeResult | ResponseError<InitializeError> => {
    if (state.phase !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, INITIALIZED, { retry: false });
    state.phase = 'running';
    state.capabilities = params.capabilities;
    state.given = sectionOf(params.initializationOptions);
    state.isTrusted = fieldOf(params.initializationOptions, 'trusted') === true;
    state.extras = listOf(fieldOf(params.initializationOptions, 'extras'));
    state.workspaceFolders = foldersOf(params);
    return { capabilities: serverCapabilities(), serverInfo: { name: 'htconf', version } };
  });
  connection.onShutdown(() => {
    state.phase = 'shut down';
  });
}

function serverCapabilities(): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return HANDLERS.reduce((all, { capability }) => ({ ...all, ...capability }), own);
}

function refusalIn(phase: State['phase']): ResponseError | undefined {
  if (phase === 'new') return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
  if (phase === 'shut down') return new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
  return undefined;
}

/** All of them wait for the same promise, so that they come in order. */
function followDocuments(connection: Connection, state: State, documents: LoadDocuments): void {
  connection.onDidOpenTextDocument(async ({ textDocument }) => {
    if (state.phase === 'running') (await documents()).open(textDocument);
  });
  connection.onDidChangeTextDocument(async (params) => (await documents()).change(params));
  connection.onDidSaveTextDocument(async () => (await documents()).save());
  connection.onDidCloseTextDocument(async ({ textDocument }) => (await documents()).close(textDocument));
}

function followFiles(connection: Connection, state: State, documents: LoadDocuments): void {
  connection.onDidChangeWatchedFiles(async ({ changes }) => (await documents()).changedOnDisk(changes));
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, async ({ event: { added, removed } }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    const kept = state.workspaceFolders.filter((uri) => !gone.has(uri));
    state.workspaceFolders = [...kept, ...added.map(({ uri }) => uri)];
    (await documents()).setWorkspaceFolders(state.workspaceFolders);
  });
}

/** The folders that the client has open, as URIs; an old client names one only. */
function foldersOf({ workspaceFolders, ...old }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  const rootUri: unknown = fieldOf(old, 'rootUri');
  return typeof rootUri === 'string' ? [rootUri] : [];
}

function followConfiguration(connection: Connection, state: State, documents: LoadDocuments): void {
  connection.onInitialized(() => {
    void documents(); // a document will be opened soon
    if (!state.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch((error: unknown) => {
        connection.console.warn(`Changes of the settings will not be followed: ${describe(error)}`);
      });
  });
  connection.onDidChangeConfiguration(async ({ settings }: { readonly settings: unknown }) => {
    state.given = sectionOf(settings) ?? state.given;
    (await documents()).reconfigure();
  });
}

/** Our section for each document: what the client answers when asked; where that says nothing, what it gave. */
async function askForSections(connection: Connection, state: State, uris: readonly string[]): Promise<unknown[]> {
  if (!state.capabilities.workspace?.configuration) return uris.map(() => state.given);
  const items = uris.map((uri) => ({ scopeUri: uri, section: SECTION }));
  const sections: unknown[] = await connection.sendRequest(ConfigurationRequest.type, { items });
  return sections.map((section) => (isEmpty(section) ? state.given : section));
}

/** Some clients have an object for a section of which they know nothing. */
function isEmpty(section: unknown): boolean {
  return JSON.stringify(section ?? {}) === '{}';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sectionOf(holder: unknown): unknown {
  return fieldOf(holder, SECTION);
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? (holder as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
