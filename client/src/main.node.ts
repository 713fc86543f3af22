import { window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCommands, restart } from './commands.ts';
import { EXTRAS } from './protocol.ts';
import { showStatus } from './status.ts';

let client: LanguageClient | undefined;

/** Starts the language server in a process of its own, as Node runs it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('htconf', { log: true });
  const module = context.asAbsolutePath('dist/server.cjs');
  client = new LanguageClient(
    'htconf',
    'htconf',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: [{ language: 'apacheconf' }],
      outputChannel: output,
      initializationOptions: () => ({ trusted: workspace.isTrusted, extras: EXTRAS }),
    },
  );
  const started = client;
  const trust = workspace.onDidGrantWorkspaceTrust(() => restart(started));
  const statuses = showStatus(client);
  context.subscriptions.push(output, trust, statuses, ...registerCommands({ client, output, statuses }));
  await client.start();
}

/** Ends the server; VS Code waits for it. */
export function deactivate(): Promise<void> | undefined {
  return client?.isRunning() ? client.stop() : undefined;
}
