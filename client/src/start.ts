import { window, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { closeTags } from './closingTags.ts';
import { registerCommands, restart } from './commands.ts';
import { answerFileRequests } from './files.ts';
import { EXTRAS } from './protocol.ts';
import { recogniseByContent } from './recognise.ts';
import { startWithFirstDocument } from './starting.ts';
import { showStatus } from './status.ts';

/** Makes the client of a server, which runs as the host allows it: in a process or in a web worker. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;

/** Starts the language server, and all that the extension does besides. */
export async function start(
  { subscriptions, workspaceState }: ExtensionContext,
  makeClient: MakeClient,
): Promise<void> {
  const output = window.createOutputChannel('htconf', { log: true });
  const started = makeClient('htconf', 'htconf', optionsWith(output));
  client = started;
  const trust = workspace.onDidGrantWorkspaceTrust(() => restart(started));
  const files = answerFileRequests(started);
  const statuses = showStatus(started);
  subscriptions.push(output, trust, files, statuses, ...registerCommands({ client: started, output, statuses }));
  closeTags(started);
  subscriptions.push(recogniseByContent(started, workspaceState));
  subscriptions.push(await startWithFirstDocument(started));
}

function optionsWith(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: 'apacheconf' }],
    outputChannel,
    initializationOptions: () => ({ trusted: workspace.isTrusted, extras: EXTRAS }),
  };
}

/** Ends the server; VS Code waits for it. */
export function stop(): Promise<void> | undefined {
  return client?.isRunning() ? client.stop() : undefined;
}
