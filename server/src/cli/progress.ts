import type { FileSystem } from '../hosts/fileSystem.ts';

/** Work is long, and somebody wonders, when it has gone on for this time. In milliseconds, as below. */
const LONG = 1000;

/** So often a line is written anew at most. */
const PAUSE = 100;

/** A line of a terminal that says how far the work is, and is gone when something else is written. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

/** Where the line stands. */
export interface Terminal {
  readonly isTTY: boolean;
  /** In signs. */
  readonly columns: number;
  write(text: string): unknown;
}

/** @param now the time since the work began */
export function progressLine(terminal: Terminal, now: () => number): ProgressLine {
  let due = LONG;
  let isShown = false;
  return {
    show: (text) => {
      if (!terminal.isTTY || now() < due) return;
      due = now() + PAUSE;
      isShown = true;
      terminal.write(`${ERASED}${text.slice(0, terminal.columns - 1)}`);
    },
    clear: () => {
      if (isShown) terminal.write(ERASED);
      isShown = false;
    },
  };
}

/** Back to the beginning of the line, and all of it away. */
const ERASED = '\r\x1b[K';

/** The same files; how many were asked for is told each time. */
export function counting(fileSystem: FileSystem, tell: (files: number) => void): FileSystem {
  let files = 0;
  return {
    ...fileSystem,
    readFile: (uri) => {
      tell(++files);
      return fileSystem.readFile(uri);
    },
  };
}
