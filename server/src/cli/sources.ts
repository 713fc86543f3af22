import type { FileContent } from '../hosts/fileSystem.ts';
import type { Arguments } from './arguments.ts';
import { namedIn, type Named } from './named.ts';
import { Problem } from './problem.ts';
import { readContent } from './read.ts';

/** One configuration that the command was told to look at, alone. */
export interface Source {
  /** Absolute; for the standard input the name that was given for it. */
  readonly path: string;
  readonly content: FileContent;
}

/** All that the command was told to look at. */
export interface Sources {
  /** Read one after the other, as they are asked for. */
  readonly each: AsyncIterable<Source>;
  /** Whether there are more files than could be taken. */
  readonly more: boolean;
  /** A sentence for each path that could not be read; complete when all sources were asked for. */
  readonly problems: readonly string[];
}

export async function sourcesOf(args: Arguments): Promise<Sources> {
  const named = await namedIn(args);
  const problems = [...named.problems];
  return { each: readAll(named, problems), more: named.more, problems };
}

/** Adds a sentence to `problems` for each file that cannot be read. */
async function* readAll({ files, stdin }: Named, problems: string[]): AsyncGenerator<Source> {
  for (const { path } of files) {
    try {
      yield { path, content: stdin ?? (await readContent(path)) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error.message);
    }
  }
}
