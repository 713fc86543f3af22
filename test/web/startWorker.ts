import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createProtocolConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import { READ_DIRECTORY, READ_FILE } from '../../server/src/lsp/protocol.ts';
import { serve, type ClientOptions, type Server } from '../lsp/startServer.ts';
import type { MemoryFiles } from './memory.ts';

/** Starts the web bundle of the server in a worker; the test ends it, whatever happens. */
export function startWorker(test: TestContext, files: MemoryFiles, options: ClientOptions = {}): Promise<Server> {
  const worker = new Worker(resolve('test/web/scope.mjs'), { workerData: resolve('dist/server.web.js') });
  test.after(() => worker.terminate());
  const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  return serve(connection, () => exitCode(worker), {
    files,
    workspaceFolders: [files.folder],
    initializationOptions: { trusted: true, extras: [READ_FILE, READ_DIRECTORY] },
    ...options,
  });
}

async function exitCode(worker: Worker): Promise<number | null> {
  const [code] = (await once(worker, 'exit')) as [number];
  return code;
}
