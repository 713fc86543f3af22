import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { setContext } from './context.ts';
import { declare } from './declare.ts';
import { insertSnippet } from './insertSnippet.ts';
import { DECLARE_DIRECTIVE, DECLARE_MODULE, INSERT_SNIPPET } from './protocol.ts';
import { chooseRoot } from './root.ts';
import type { Statuses } from './status.ts';

/** What commands work on. */
interface Parts {
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  readonly statuses: Statuses;
}

/** The commands of the extension: those that package.json lists, and those of code actions. They work whether or not the server runs. */
export function registerCommands({ client, output, statuses }: Parts): Disposable[] {
  return [
    commands.registerCommand('htconf.restartServer', () => restart(client)),
    commands.registerCommand('htconf.showOutput', () => {
      output.show();
    }),
    commands.registerCommand('htconf.chooseRoot', (given?: string) => chooseRoot(statuses, given)),
    commands.registerCommand('htconf.setContext', (given?: string) => setContext(client, statuses, given)),
    commands.registerCommand(DECLARE_DIRECTIVE, (name: string, uri: string) => declare('directives', name, uri)),
    commands.registerCommand(DECLARE_MODULE, (name: string, uri: string) => declare('modules', name, uri)),
    commands.registerCommand(INSERT_SNIPPET, insertSnippet),
  ];
}

/** A server that has crashed is not running and must not be stopped: `client.restart()` would fail on it. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
