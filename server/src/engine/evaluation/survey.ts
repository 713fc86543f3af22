import { nameOf } from '../base/paths.ts';
import { folderKey } from '../kinds/world.ts';
import { enabledFolder, withEnabled } from './enabling.ts';
import { evaluate, filesOf, fileView, type Evaluation, type Judge, type Role, type Wanted } from './evaluation.ts';
import { governorOf, governorsAmong, mayBeHtaccess } from './governors.ts';
import { HTACCESS } from './possibilities.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that is looked at: main configurations with what they include, and files that none of them includes. */
export interface Survey {
  /** By the URI of the file with which each begins. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  /** Files that a main configuration would read if they were enabled, by URI. */
  readonly enabled: ReadonlyMap<string, Enabled>;
  /** The evaluations that read a file, by its URI; those of main configurations first. */
  readonly readers: ReadonlyMap<string, readonly Evaluation[]>;
  readonly wanted: Wanted;
}

/** A main configuration as it is, and as it would be with one more file; what that changes is told of this file alone. */
export interface Enabled {
  readonly root: Evaluation;
  readonly evaluation: Evaluation;
}

export const EMPTY_SURVEY: Survey = {
  evaluations: new Map(),
  enabled: new Map(),
  readers: new Map(),
  wanted: { files: [], folders: [] },
};

/** What to look at, as URIs of files of the snapshot. */
export interface Subjects {
  /** Main configurations, whatever their names. */
  readonly roots: readonly string[];
  /** Files that are looked at even if no main configuration reads them. */
  readonly files: readonly string[];
}

/** Looks at everything; the previous survey is the only memory. */
export function survey(snapshot: Snapshot, subjects: Subjects, judge: Judge, previous: Survey): Survey {
  const evaluations = new Map<string, Evaluation>();
  const add = (uri: string, role: Role): void => {
    const file = snapshot.files.get(uri);
    if (!file || evaluations.has(uri)) return;
    const known = previous.evaluations.get(uri);
    const isStill = known && isCurrent(known, snapshot, role);
    evaluations.set(uri, isStill ? known : evaluate(snapshot, file, judge, { previous: known, role }));
  };
  for (const uri of subjects.roots) add(uri, 'root');
  const reached = new Set([...evaluations.values()].flatMap(filesOf));
  const unread = subjects.files.filter((uri) => !reached.has(uri));
  const enabled = enabledIn([...evaluations.values()], unread, snapshot, judge, previous);
  const loose = unread.filter((uri) => !enabled.has(uri));
  const governors = loose.length > 0 ? governorsAmong([...evaluations.values()]) : [];
  const [htaccess, others] = parted(loose, (uri) => nameOf(uri) === HTACCESS || mayBeHtaccess(governors, uri));
  for (const uri of others) add(uri, undefined);
  governors.push(...governorsAmong(others.flatMap((uri) => evaluations.get(uri) ?? [])));
  for (const uri of htaccess) add(uri, governorOf(governors, uri));
  const all = [...evaluations.values(), ...[...enabled.values()].map(({ evaluation }) => evaluation)];
  return { evaluations, enabled, readers: readersOf(evaluations, enabled), wanted: wantedOf(all) };
}

/** Files that are read in all to see what others would be if they were enabled; what is beyond stands for itself. */
const MOST_READ = 100_000;

/** Those of some files that one of the main configurations would read if they were enabled, with the first of these. */
function enabledIn(
  roots: readonly Evaluation[],
  uris: readonly string[],
  snapshot: Snapshot,
  judge: Judge,
  previous: Survey,
): Map<string, Enabled> {
  const enabled = new Map<string, Enabled>();
  let read = 0;
  for (const uri of uris) {
    const root = read > MOST_READ ? undefined : rootFor(uri, roots);
    const known = previous.enabled.get(uri);
    const now = root && known?.root !== root ? enable(root, uri, snapshot, judge, known) : known;
    if (!root || !now) continue;
    read += now.evaluation.inclusions.length;
    if (now.evaluation.files.has(uri)) enabled.set(uri, now);
  }
  return enabled;
}

/** The main configuration that includes what is in the folder in which a file would be enabled. */
function rootFor(uri: string, roots: readonly Evaluation[]): Evaluation | undefined {
  const folder = enabledFolder(uri);
  if (folder === undefined) return undefined;
  const key = folderKey(folder);
  return roots.find(({ runs }) => runs.some(({ included, asked }) => included && asked.has(key)));
}

function enable(
  root: Evaluation,
  uri: string,
  snapshot: Snapshot,
  judge: Judge,
  known: Enabled | undefined,
): Enabled | undefined {
  const { file, role } = root;
  const then = withEnabled(snapshot, uri);
  const options = { previous: known?.evaluation, role, enabling: { uri, root } };
  return then && { root, evaluation: evaluate(then, file, judge, options) };
}

/** Those for which something holds, and the others. */
function parted<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

/** An evaluation that nothing has changed for is the same. */
function isCurrent(known: Evaluation, snapshot: Snapshot, role: Role): boolean {
  return known.snapshot === snapshot && rootOf(known.role) === rootOf(role);
}

/** A main configuration that has not changed says the same of a `.htaccess`. */
function rootOf(role: Role): unknown {
  return typeof role === 'object' ? role.root : role;
}

function readersOf(
  evaluations: Survey['evaluations'],
  enabled: Survey['enabled'],
): ReadonlyMap<string, readonly Evaluation[]> {
  const readers = new Map<string, Evaluation[]>();
  for (const evaluation of evaluations.values()) {
    for (const uri of filesOf(evaluation)) readers.set(uri, [...(readers.get(uri) ?? []), evaluation]);
  }
  for (const [uri, { evaluation }] of enabled) readers.set(uri, [evaluation]);
  return readers;
}

function wantedOf(evaluations: readonly Evaluation[]): Wanted {
  const all = evaluations.map(({ wanted }) => wanted);
  return {
    files: [...new Set(all.flatMap((wanted) => wanted.files))],
    folders: [...new Set(all.flatMap((wanted) => wanted.folders))],
  };
}

/** Those of some roots that no other of them reads; of roots that read each other the first one stays. */
export function outermost({ readers }: Survey, roots: readonly string[]): string[] {
  const inner = new Set<string>();
  for (const root of [...roots].reverse()) {
    const others = (readers.get(root) ?? []).filter(({ file: { uri } }) => uri !== root && !inner.has(uri));
    if (others.some(({ file: { uri } }) => roots.includes(uri))) inner.add(root);
  }
  return roots.filter((root) => !inner.has(root));
}

/** A file as each evaluation that reads it sees it. */
export function viewsOf(survey: Survey, uri: string): Evaluation[] {
  return (survey.readers.get(uri) ?? []).flatMap((evaluation) => fileView(evaluation, uri) ?? []);
}
