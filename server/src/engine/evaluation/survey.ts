import { evaluate, filesOf, fileView, type Evaluation, type Judge, type Wanted } from './evaluation.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that is looked at: main configurations with what they include, and files that none of them includes. */
export interface Survey {
  /** By the URI of the file with which each begins. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  /** The evaluations that read a file, by its URI; those of main configurations first. */
  readonly readers: ReadonlyMap<string, readonly Evaluation[]>;
  readonly wanted: Wanted;
}

export const EMPTY_SURVEY: Survey = { evaluations: new Map(), readers: new Map(), wanted: { files: [], folders: [] } };

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
  const roots = new Set(subjects.roots);
  const add = (uri: string): void => {
    const file = snapshot.files.get(uri);
    if (!file || evaluations.has(uri)) return;
    const known = previous.evaluations.get(uri);
    evaluations.set(
      uri,
      isCurrent(known, snapshot, roots.has(uri)) ? known : evaluate(snapshot, file, judge, known, roots.has(uri)),
    );
  };
  roots.forEach(add);
  const reached = new Set([...evaluations.values()].flatMap(filesOf));
  subjects.files.filter((uri) => !reached.has(uri)).forEach(add);
  return { evaluations, readers: readersOf(evaluations), wanted: wantedOf(evaluations) };
}

/** An evaluation that nothing has changed for is the same. */
function isCurrent(known: Evaluation | undefined, snapshot: Snapshot, isRoot: boolean): known is Evaluation {
  return known?.snapshot === snapshot && known.isRoot === isRoot;
}

function readersOf(evaluations: ReadonlyMap<string, Evaluation>): ReadonlyMap<string, readonly Evaluation[]> {
  const readers = new Map<string, Evaluation[]>();
  for (const evaluation of evaluations.values()) {
    for (const uri of filesOf(evaluation)) readers.set(uri, [...(readers.get(uri) ?? []), evaluation]);
  }
  return readers;
}

function wantedOf(evaluations: ReadonlyMap<string, Evaluation>): Wanted {
  const all = [...evaluations.values()].map(({ wanted }) => wanted);
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
