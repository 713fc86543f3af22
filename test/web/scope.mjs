// A web worker as a browser has it, in a thread of Node: the script in `workerData` sees the language and these names,
// and nothing of Node.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

/** @type {Record<string, unknown> & { onmessage?: (event: { data: unknown }) => void }} */
const scope = {
  ...{ atob, btoa, clearTimeout, console, performance, queueMicrotask, setTimeout, TextDecoder, TextEncoder, URL },
  addEventListener: () => undefined, // only for errors of cloning
  close: () => process.exit(0),
  postMessage: (/** @type {unknown} */ message) => parentPort?.postMessage(message),
};
createContext(scope);
runInContext('globalThis.self = globalThis', scope);
runInContext(readFileSync(workerData, 'utf8'), scope, { filename: workerData });
parentPort?.on('message', (data) => scope.onmessage?.({ data }));
