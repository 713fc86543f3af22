import { reasonOf } from '../hosts/reason.ts';

/** Where a command writes. */
export interface Output {
  write(data: string | Uint8Array): void;
  /** One sentence on what went wrong, to the standard error. */
  error(sentence: string): void;
  /** Whether what is written may have colours. */
  readonly colour: boolean;
}

/** The output of this process. */
export function processOutput(): Output {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endUnlessClosed);
  return {
    write: (data) => void process.stdout.write(data),
    error: (sentence) => void process.stderr.write(`htconf: ${sentence}\n`),
    // hasColors knows NO_COLOR, FORCE_COLOR and TERM=dumb
    colour: process.stdout.isTTY && process.stdout.hasColors(),
  };
}

/** A reader that has seen enough (`| head`) is no fault: the command ends with the code that it would have anyway. */
function endUnlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`htconf: the output cannot be written: ${reasonOf(error)}.\n`);
  process.exit(2);
}
