import { version } from '../../../package.json';
import { parseArguments, isGiven, type Arguments } from './arguments.ts';
import { helpOf, helpOfAll } from './help.ts';
import { COMMANDS, type Command } from './options.ts';
import type { Output } from './output.ts';
import { Problem } from './problem.ts';

/** Starts the language server, which then lives as long as the process; handed in because the command knows no protocol. */
export type StartServer = () => Promise<void>;

/** Runs what was typed behind `htconf`; the exit code, 2 where it could not do its work. */
export async function runCommand(args: readonly string[], output: Output, startServer: StartServer): Promise<number> {
  try {
    return await dispatch(args, output, startServer);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    output.error(error.message);
    return 2;
  }
}

async function dispatch([name, ...rest]: readonly string[], output: Output, startServer: StartServer): Promise<number> {
  if (name === undefined) throw new Problem(`name a command: ${commandNames()}; \`htconf --help\` explains them.`);
  if (name === '--version') return say(output, `htconf ${version}\n`);
  if (name === '--help' || name === '-h') return say(output, helpOfAll());
  if (name === 'help') return say(output, rest[0] === undefined ? helpOfAll() : helpOf(commandNamed(rest[0])));
  const command = commandNamed(name);
  const parsed = parseArguments(command, rest);
  if (isGiven(parsed, 'help')) return say(output, helpOf(command));
  return runs(startServer)[command.name](parsed, output);
}

type Run = (args: Arguments, output: Output) => Promise<number>;

/** What each command of the table does. */
function runs(startServer: StartServer): Readonly<Record<Command['name'], Run>> {
  const server: Run = async (args) => {
    if (!isGiven(args, 'stdio'))
      throw new Problem('server needs --stdio: it speaks with an editor over standard input and output.');
    await startServer();
    return 0;
  };
  // The engine is loaded only by the commands that need it at once; the server answers its client first.
  const check: Run = async (...given) => (await import('./check.ts')).check(...given);
  const format: Run = async (...given) => (await import('./format.ts')).format(...given);
  const modules: Run = async (...given) => (await import('./modules.ts')).modules(...given);
  const vhosts: Run = async (...given) => (await import('./vhosts.ts')).vhosts(...given);
  const explain: Run = async (...given) => (await import('./explain.ts')).explain(...given);
  return { check, format, modules, vhosts, explain, server };
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw new Problem(`there is no command \`${name}\`; there are ${commandNames()}.`);
  return command;
}

function commandNames(): string {
  return COMMANDS.map((command) => command.name).join(', ');
}

function say(output: Output, text: string): number {
  output.write(text);
  return 0;
}
