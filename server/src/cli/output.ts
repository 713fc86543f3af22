import { reasonOf } from '../hosts/reason.ts';
import { progressLine, type Terminal } from './progress.ts';

/** Where a command writes. */
export interface Output {
  write(data: string | Uint8Array): void;
  /** One sentence on what went wrong, to the standard error. */
  error(sentence: string): void;
  /** How far the work is, for somebody who waits at a terminal; it is gone when something is written. */
  progress(text: string): void;
  /** Whether what is written may have colours. */
  readonly colour: boolean;
}

/** The output of this process. */
export function processOutput(): Output {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endUnlessClosed);
  const line = progressLine(standardError(), () => performance.now()); // it counts from the start of the process
  return {
    write: (data) => {
      line.clear();
      process.stdout.write(data);
    },
    error: (sentence) => {
      line.clear();
      process.stderr.write(`htconf: ${sentence}\n`);
    },
    progress: (text) => {
      line.show(text);
    },
    // hasColors knows NO_COLOR, FORCE_COLOR and TERM=dumb
    colour: process.stdout.isTTY && process.stdout.hasColors(),
  };
}

/** A terminal that knows no control sequences is none here. */
function standardError(): Terminal {
  const { stderr, env } = process;
  return {
    isTTY: stderr.isTTY && env['TERM'] !== 'dumb',
    get columns() {
      return stderr.columns || 80; // 0 where nobody knows
    },
    write: (text) => stderr.write(text),
  };
}

/** A reader that has seen enough (`| head`) is no fault: the command ends with the code that it would have anyway. */
function endUnlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`htconf: the output cannot be written: ${reasonOf(error)}.\n`);
  process.exit(2);
}
