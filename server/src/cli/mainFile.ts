import { resolve } from 'node:path';
import { withChange, type Evaluation } from '../engine/engine.ts';
import { gather, NOTHING_GATHERED, type Gathered } from '../hosts/gather.ts';
import { nodeFileSystem } from '../hosts/nodeFileSystem.ts';
import { valueFor, type Arguments } from './arguments.ts';
import { displayPath } from './displayPath.ts';
import { namedFile, type NamedFile } from './files.ts';
import { Problem } from './problem.ts';
import { unreadable } from './read.ts';
import { settingsOf } from './settings.ts';

/**
 * The configuration that a command was told to look at as a whole: `--root`, else FILE, with all that it includes. Throws
 * a Problem where it is not there to be read.
 */
export async function readMainFile(args: Arguments): Promise<Evaluation> {
  const [path] = args.paths;
  const main = valueFor(args, 'root') ?? path;
  if (main === undefined) throw new Problem('name the FILE to look at: a main configuration.');
  const file = namedFile(resolve(main));
  const snapshot = withChange(NOTHING_GATHERED.snapshot, { settings: await settingsOf(args) });
  const gathered = await gather(nodeFileSystem, { ...NOTHING_GATHERED, snapshot }, { roots: [file.uri], files: [] });
  const evaluation = gathered.survey.evaluations.get(file.uri);
  if (!evaluation) throw new Problem(whyUnread(gathered, file));
  if (path !== undefined && !evaluation.files.has(namedFile(resolve(path)).uri))
    throw new Problem(`${displayPath(resolve(path))} is not read by ${displayPath(file.path)}.`);
  return evaluation;
}

function whyUnread({ unread }: Gathered, { uri, path }: NamedFile): string {
  const why = unread.get(uri);
  if (why?.kind === 'unreadable') return unreadable(path, why.reason);
  return `${displayPath(path)} is larger than 16 MiB; it was not read.`;
}
