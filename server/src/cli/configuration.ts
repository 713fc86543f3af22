import { openFile, outermost, withChange, type Settings, type SourceFile, type Subjects } from '../engine/engine.ts';
import { gather, NOTHING_GATHERED, readFiles, type Gathered } from '../hosts/gather.ts';
import type { FileSystem } from '../hosts/fileSystem.ts';
import { nodeFileSystem } from '../hosts/nodeFileSystem.ts';
import type { Named } from './named.ts';
import { rootsOf } from './roots.ts';

/** Everything that one call looks at. */
export interface Configuration {
  readonly gathered: Gathered;
  readonly subjects: Subjects;
}

/** How main configurations are found. */
export type Roots =
  /** This one is it. */
  | { readonly uri: string }
  /** Those that have the name or the content of one, or that a comment names. */
  | 'found'
  /** There is none: each file stands for itself. */
  | 'none';

/** Reads what was named, and all that it includes. */
export async function readConfiguration(
  named: Named,
  roots: Roots,
  settings: Settings,
  fileSystem: FileSystem,
): Promise<Configuration> {
  const files = named.files.map(({ uri }) => uri);
  const given = typeof roots === 'object' ? [roots.uri] : [];
  const before = await readFiles(fileSystem, started(named, settings), [...given, ...files]);
  const candidates = roots === 'found' ? rootsOf(openedOf(before, files)) : given;
  const subjects = { roots: candidates, files };
  const gathered = await gather(fileSystem, before, subjects);
  const outer = { roots: outermost(gathered.survey, candidates), files };
  if (outer.roots.length === candidates.length) return { gathered, subjects };
  return { gathered: await gather(fileSystem, gathered, outer), subjects: outer };
}

function started({ files, stdin }: Named, settings: Settings): Gathered {
  const { snapshot } = NOTHING_GATHERED;
  const [file] = files;
  if (!stdin || !file) return { ...NOTHING_GATHERED, snapshot: withChange(snapshot, { settings }) };
  if ('text' in stdin) {
    const opened = openFile(file.uri, 0, stdin.text);
    return { ...NOTHING_GATHERED, snapshot: withChange(snapshot, { settings, files: [opened] }) };
  }
  const unread = new Map([[file.uri, stdin.unread]]);
  return { ...NOTHING_GATHERED, unread, snapshot: withChange(snapshot, { settings, unreadable: [file.uri] }) };
}

function openedOf({ snapshot }: Gathered, uris: readonly string[]): SourceFile[] {
  return uris.flatMap((uri) => snapshot.files.get(uri) ?? []);
}

/** The same with other texts. */
export async function withTexts(
  { gathered, subjects }: Configuration,
  files: readonly SourceFile[],
): Promise<Configuration> {
  const snapshot = withChange(gathered.snapshot, { files });
  return { gathered: await gather(nodeFileSystem, { ...gathered, snapshot }, subjects), subjects };
}

/**
 * The files whose findings are told, in order: those that were named, and what is read together with each of them that
 * nothing else reads.
 */
export function toldFiles({ gathered: { survey } }: Configuration, named: Named): string[] {
  const own = new Set(named.files.map(({ uri }) => uri));
  const all = named.files.flatMap(({ uri }) => {
    const included = survey.evaluations.get(uri)?.inclusions.map(({ file }) => file.uri) ?? [];
    return [uri, ...included.filter((other) => !own.has(other))];
  });
  return [...new Set(all)];
}
