import { resolve } from 'node:path';
import type { FileContent } from '../hosts/fileSystem.ts';
import { isGiven, valueFor, type Arguments } from './arguments.ts';
import { findFiles, namedFile, type Found } from './files.ts';
import { Problem } from './problem.ts';
import { readStdin } from './read.ts';

/** The configurations that the command was told to look at. */
export interface Named extends Found {
  /** The text of the only one, where it comes on the standard input. */
  readonly stdin?: FileContent;
}

/** The standard input where the options say so, else the files of the paths; without a path those of `usual`. */
export async function namedIn(args: Arguments, usual: readonly string[] = ['.']): Promise<Named> {
  const name = stdinName(args);
  if (name === undefined) return findFiles(args.paths.length > 0 ? args.paths : usual);
  const nothing = { folders: [], more: false, problems: [] };
  return { ...nothing, files: [namedFile(resolve(name))], stdin: await readStdin() };
}

function stdinName(args: Arguments): string | undefined {
  const name = valueFor(args, 'stdin-filename');
  const stdin = isGiven(args, 'stdin');
  if (stdin !== (name !== undefined))
    throw new Problem('--stdin and --stdin-filename NAME go together: give both or neither.');
  if (stdin && args.paths.length > 0) throw new Problem('With --stdin there can be no PATH.');
  return name;
}
