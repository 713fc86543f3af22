import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  ErrorCodes,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeError,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import type { Documents } from './documents.ts';
import { HANDLERS } from './handlers.ts';
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
}

/** Serves one client. Knows no transport: the same code runs in Node and in a web worker. */
export function startServer(connection: Connection): RunningServer {
  const state: State = { phase: 'new', capabilities: {}, given: undefined };
  let loaded: Promise<Documents> | undefined;
  const documents: LoadDocuments = () => (loaded ??= loadDocuments(connection, state));
  followLifecycle(connection, state);
  followDocuments(connection, state, documents);
  followConfiguration(connection, state, documents);
  answerRequests(connection, {
    refusal: () => refusalIn(state.phase),
    view: async (uri) => (await documents()).view(uri),
    client: {
      capabilities: () => state.capabilities,
      warn: (message) =>
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    },
  });
  connection.listen();
  return { isShutDown: () => state.phase === 'shut down' };
}

/** Gives the documents; the first call loads the engine. */
type LoadDocuments = () => Promise<Documents>;

async function loadDocuments(connection: Connection, state: State): Promise<Documents> {
  const { createDocuments } = await import('./documents.ts');
  return createDocuments({
    publish: (result) => void connection.sendDiagnostics(result),
    sections: (uris) => askForSections(connection, state, uris),
    warn: (sentence) => connection.console.warn(sentence),
    failed: (what, error) => connection.console.error(`${what}: ${describe(error)}`),
  });
}

function followLifecycle(connection: Connection, state: State): void {
  connection.onInitialize((params): InitializeResult | ResponseError<InitializeError> => {
    if (state.phase !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, INITIALIZED, { retry: false });
    state.phase = 'running';
    state.capabilities = params.capabilities;
    state.given = sectionOf(params.initializationOptions);
    return { capabilities: serverCapabilities(), serverInfo: { name: 'htconf', version } };
  });
  connection.onShutdown(() => {
    state.phase = 'shut down';
  });
}

function serverCapabilities(): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
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
  connection.onDidCloseTextDocument(async ({ textDocument }) => (await documents()).close(textDocument));
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

/** Our section for each document: what the client answers when asked, else what it gave. */
async function askForSections(connection: Connection, state: State, uris: readonly string[]): Promise<unknown[]> {
  if (!state.capabilities.workspace?.configuration) return uris.map(() => state.given);
  const items = uris.map((uri) => ({ scopeUri: uri, section: SECTION }));
  const sections: unknown[] = await connection.sendRequest(ConfigurationRequest.type, { items });
  return sections.map((section) => section ?? state.given);
}

function sectionOf(holder: unknown): unknown {
  return typeof holder === 'object' && holder !== null
    ? (holder as Readonly<Record<string, unknown>>)[SECTION]
    : undefined;
}
