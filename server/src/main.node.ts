import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';

// The bundle that the extension starts. The command line names the transport: `--node-ipc` for VS Code.
startServer(createConnection(), async () => (await import('./hosts/nodeFileSystem.ts')).nodeFileSystem);
process.once('disconnect', () => process.exit(1));
