import { runCommand } from './cli/command.ts';
import { processOutput } from './cli/output.ts';

const output = processOutput();

/** Loaded when it is asked for: no other command needs the protocol. */
async function startServer(): Promise<void> {
  const { startStdioServer } = await import('./lsp/stdio.ts');
  startStdioServer();
}

runCommand(process.argv.slice(2), output, startServer).then(
  (code) => {
    process.exitCode = code; // not exit(): what was written may still be on its way into a pipe
  },
  (error: unknown) => {
    output.error(
      `this is a fault of htconf itself. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 2;
  },
);
