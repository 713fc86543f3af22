import {
  environmentIn,
  fileText,
  isMainFile,
  mainConfigurationOf,
  outermost,
  survey,
  withChange,
  type Evaluation,
  type Settings,
  type Snapshot,
  type Survey,
  type Wanted,
} from '../engine/engine.ts';
import type { OpenDocument } from './openDocument.ts';
import { namedRoot, possibleRoots, realUri, type Seeker } from './roots.ts';
import { NO_ROOT } from './settings.ts';
import { canonicalUri, folderOf } from './uris.ts';

/** All that there is at one moment. */
export interface World {
  readonly documents: readonly OpenDocument[];
  /** What was read. Documents that are open win over it. */
  readonly disk: Snapshot;
  readonly workspaceFolders: readonly string[];
}

/** What it means. */
export interface Look {
  /** Main configurations that read an open document, and open documents that none of them reads. */
  readonly survey: Survey;
  /** All that was looked at, the memory of the next look. */
  readonly known: Survey;
  readonly wanted: Wanted;
  /** The open documents, by the URI of the file that each is. */
  readonly open: ReadonlyMap<string, OpenDocument>;
  /** What may be the main configuration of each open document. */
  readonly candidates: ReadonlyMap<string, readonly string[]>;
  /** The files that were read, and those of the documents. */
  readonly files: Snapshot['files'];
}

/** Looks at everything that is open, with what reads it. What it wants is read by the caller, who then looks again. */
export function look(world: World, previous: Survey): Look {
  const seeker: Seeker = { snapshot: world.disk, folders: new Set(), files: new Set() };
  const open = placed(world.documents, seeker);
  const snapshot = withDocuments(world.disk, open);
  const { roots, files, candidates } = subjectsOf(world, seeker, snapshot, open);
  const surveyed = surveyor(snapshot);
  const isSingle = (uri: string): boolean => open.get(uri)?.settings?.root === NO_ROOT && !roots.has(uri);
  const single = [...files].filter(([uri]) => isSingle(uri));
  const together = new Map([...files].filter(([uri]) => !isSingle(uri)));
  const tried = surveyed(roots, together, previous);
  const counting = rootsThatCount(tried, roots, open.keys());
  const known = new Map([...previous.evaluations, ...tried.evaluations]);
  const others = [...together].filter(([uri]) => tried.enabled.has(uri) || !isReadBy(counting, uri, tried));
  const counted = [...roots].filter(([uri]) => counting.has(uri));
  const before = { ...tried, evaluations: known };
  const survey = withSingle(
    surveyed(new Map(counted), new Map(others), before),
    surveyed(new Map(), new Map(single), before),
  );
  return {
    survey,
    known: joined([tried, survey]),
    wanted: joinedWanted([tried.wanted, survey.wanted, { files: [...seeker.files], folders: [...seeker.folders] }]),
    open,
    candidates,
    files: snapshot.files,
  };
}

function isReadBy(roots: ReadonlySet<string>, uri: string, { readers }: Survey): boolean {
  return readers.get(uri)?.some(({ file }) => roots.has(file.uri)) ?? false;
}

/** Each document under the URI of the real file; where another document is that file, too, under its own. */
function placed(documents: readonly OpenDocument[], seeker: Seeker): Map<string, OpenDocument> {
  const open = new Map<string, OpenDocument>();
  for (const document of documents) {
    const own = canonicalUri(document.text.uri);
    const real = realUri(seeker, own);
    open.set(open.has(real) ? own : real, document);
  }
  return open;
}

/** What is too large to be analysed is not read instead. */
function withDocuments(disk: Snapshot, open: ReadonlyMap<string, OpenDocument>): Snapshot {
  const files = [...open].flatMap(([uri, { file }]) => (file ? [{ ...file, uri }] : []));
  const unreadable = [...open].flatMap(([uri, { file }]) => (file ? [] : [uri]));
  return withChange(disk, { files, unreadable });
}

/** What is looked at with which settings, by URI. */
type Subjects = ReadonlyMap<string, Settings>;

/** Every document with known settings, and all that may be its main configuration. */
function subjectsOf(
  { workspaceFolders }: World,
  seeker: Seeker,
  snapshot: Snapshot,
  open: ReadonlyMap<string, OpenDocument>,
): { readonly roots: Subjects; readonly files: Subjects; readonly candidates: Look['candidates'] } {
  const roots = new Map<string, Settings>();
  const files = new Map<string, Settings>();
  const candidates = new Map<string, readonly string[]>();
  for (const [uri, { text, file, settings }] of open) {
    if (!file || !settings) continue;
    const own = canonicalUri(text.uri);
    const engine = withEnvironment(settings.engine, settings.envFile, seeker, snapshot);
    const possible = possibleRoots(seeker, own, file, folderOf(own, workspaceFolders));
    const found = namedRoot(seeker, own, file, settings.root) ?? possible;
    const main = isMainFile(file) ? [uri] : [];
    candidates.set(uri, possible);
    for (const root of [...main, ...found]) if (!roots.has(root)) roots.set(root, engine);
    files.set(uri, engine);
  }
  for (const uri of roots.keys()) want(seeker, snapshot, uri);
  return { roots, files, candidates };
}

function want({ files }: Seeker, snapshot: Snapshot, uri: string): void {
  if (!snapshot.files.has(uri) && !snapshot.unreadable.has(uri)) files.add(uri);
}

/** What the file of the setting says of the environment, once it is read. */
function withEnvironment(settings: Settings, envFile: string | undefined, seeker: Seeker, disk: Snapshot): Settings {
  if (envFile === undefined) return settings;
  const real = realUri(seeker, envFile);
  want(seeker, disk, real);
  const file = disk.files.get(real);
  if (!file) return settings;
  const { variables, isWhole } = environmentIn(fileText(file));
  return { ...settings, environment: variables, environmentIsPart: !isWhole };
}

/** Main configurations that read one of these files, or say what it is granted, without those that another one reads. */
function rootsThatCount(tried: Survey, roots: Subjects, uris: Iterable<string>): Set<string> {
  const concerned = [...uris]
    .flatMap((uri) => tried.readers.get(uri) ?? [])
    .map((one) => mainConfigurationOf(one) ?? one);
  const found = new Set(concerned.map(({ file }) => file.uri).filter((uri) => roots.has(uri)));
  return new Set(outermost(tried, [...found]));
}

/** Files of which somebody has said that no main configuration reads them stand for themselves, whoever includes them. */
function withSingle(survey: Survey, single: Survey): Survey {
  const own = [...single.evaluations].map(([uri, evaluation]): [string, Evaluation[]] => [uri, [evaluation]]);
  return {
    evaluations: new Map([...survey.evaluations, ...single.evaluations]),
    enabled: survey.enabled,
    readers: new Map([...survey.readers, ...own]),
    wanted: joinedWanted([survey.wanted, single.wanted]),
  };
}

type Surveyor = (roots: Subjects, files: Subjects, previous: Survey) => Survey;

/** Surveys of one snapshot, each thing with its own settings. */
function surveyor(snapshot: Snapshot): Surveyor {
  const worlds = new Map<string, Snapshot>();
  const worldOf = (settings: Settings): Snapshot => {
    const key = JSON.stringify(settings);
    const world = worlds.get(key) ?? withChange(snapshot, { settings });
    worlds.set(key, world);
    return world;
  };
  return (roots, files, previous) => {
    const all = [...roots.values(), ...files.values()].map(worldOf);
    const ofWorld = (subjects: Subjects, world: Snapshot): string[] =>
      [...subjects].filter(([, settings]) => worldOf(settings) === world).map(([uri]) => uri);
    return joined(
      [...new Set(all)].map((world) =>
        survey(world, { roots: ofWorld(roots, world), files: ofWorld(files, world) }, previous),
      ),
    );
  };
}

function joined(surveys: readonly Survey[]): Survey {
  const readers = new Map<string, Evaluation[]>();
  for (const [uri, evaluations] of surveys.flatMap((one) => [...one.readers]))
    readers.set(uri, [...(readers.get(uri) ?? []), ...evaluations]);
  return {
    evaluations: new Map(surveys.flatMap((one) => [...one.evaluations])),
    enabled: new Map(surveys.flatMap((one) => [...one.enabled])),
    readers,
    wanted: joinedWanted(surveys.map(({ wanted }) => wanted)),
  };
}

function joinedWanted(all: readonly Wanted[]): Wanted {
  return {
    files: [...new Set(all.flatMap(({ files }) => files))],
    folders: [...new Set(all.flatMap(({ folders }) => folders))],
  };
}
