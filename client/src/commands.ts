import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The commands of the extension, as package.json lists them. They work whether or not the server runs. */
export function registerCommands(client: LanguageClient, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('htconf.restartServer', () => restart(client)),
    commands.registerCommand('htconf.showOutput', () => {
      output.show();
    }),
  ];
}

/** A server that has crashed is not running and must not be stopped: `client.restart()` would fail on it. */
export async function restart(client: LanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
