import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

// The bundle that the extension starts in a web worker. There is no disk: all files are those of the editor.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
connection.onExit(() => self.close());
startServer(connection);
