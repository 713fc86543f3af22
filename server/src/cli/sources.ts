import { resolve } from 'node:path';
import { isGiven, valueFor, type Arguments } from './arguments.ts';
import { findFiles } from './files.ts';
import { attempt, Problem } from './problem.ts';
import { readContent, readStdin, type Content } from './read.ts';

/** One configuration that the command was told to look at. */
export interface Source {
  /** Absolute; for the standard input the name that was given for it. */
  readonly path: string;
  readonly content: Content;
}

/** All that the command was told to look at. */
export interface Sources {
  /** Read one after the other, as they are asked for. */
  readonly each: Iterable<Source>;
  /** Whether there are more files than could be taken. */
  readonly more: boolean;
  /** A sentence for each path that could not be read; complete when all sources were asked for. */
  readonly problems: readonly string[];
}

/** The standard input where the options say so, else the files of the paths. */
export async function sourcesOf(args: Arguments): Promise<Sources> {
  const name = stdinName(args);
  if (name === undefined) return namedSources(args.paths.length > 0 ? args.paths : ['.']);
  return { each: [{ path: resolve(name), content: await readStdin() }], more: false, problems: [] };
}

function stdinName(args: Arguments): string | undefined {
  const name = valueFor(args, 'stdin-filename');
  const stdin = isGiven(args, 'stdin');
  if (stdin !== (name !== undefined))
    throw new Problem('--stdin and --stdin-filename NAME go together: give both or neither.');
  if (stdin && args.paths.length > 0) throw new Problem('With --stdin there can be no PATH.');
  return name;
}

function namedSources(paths: readonly string[]): Sources {
  const { files, more, problems: unfound } = findFiles(paths);
  const problems = [...unfound];
  return { each: readAll(files, problems), more, problems };
}

/** Adds a sentence to `problems` for each file that cannot be read. */
function* readAll(files: readonly string[], problems: string[]): Generator<Source> {
  for (const path of files) {
    const content = attempt(problems, () => readContent(path));
    if (content !== undefined) yield { path, content };
  }
}
