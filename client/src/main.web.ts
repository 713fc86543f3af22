import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** Starts the language server in a web worker, as browsers run it; each start has a new one. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true);
  let worker: Worker | undefined;
  const connect = () => {
    worker?.terminate(); // it has ended by itself, unless it hangs
    worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return start(context, (id, name, options) => new LanguageClient(id, name, connect, options));
}

export { stop as deactivate } from './start.ts';
