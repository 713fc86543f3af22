import {
  EMPTY_SNAPSHOT,
  EMPTY_SURVEY,
  fileText,
  findings,
  findingsIn,
  fixes,
  listingText,
  NO_SETTINGS,
  openFile,
  survey,
  viewIn,
  withChange,
  withEdits,
  type Edit,
  type Settings,
  type Snapshot,
  type SourceFile,
  type Survey,
} from '../../../server/src/engine/engine.ts';
import type { Place } from '../../../server/src/engine/evaluation/place.ts';
import type { Run } from '../../../server/src/engine/evaluation/run.ts';
import type { Chunk, LineRef } from '../../../server/src/engine/syntax/chunk.ts';
import { pairingOf } from '../../../server/src/engine/syntax/pairs.ts';

/** A main configuration, two files that it may include, a `.htaccess`, a loose file, and one that may be enabled. */
export const URIS = [
  'file:///srv/httpd.conf',
  'file:///srv/conf.d/a.conf',
  'file:///srv/conf.d/b.conf',
  'file:///srv/htdocs/.htaccess',
  'file:///srv/parts/site.inc',
  'file:///srv/sites-available/site.conf',
] as const;

const SUBJECTS = { roots: [URIS[0]], files: URIS.slice(1) };

/** Some files at one moment, and what is seen in them. */
export interface World {
  readonly snapshot: Snapshot;
  readonly survey: Survey;
}

const KNOWN: Settings = {
  ...NO_SETTINGS,
  defines: ['DEBUG'],
  environment: { HOME: '/root', EMPTY: '' },
  staticModules: 'debian',
  httpdVersion: '2.4.62',
  ownDirectives: ['OurDirective', '<Ours>'],
};

/** Nothing is known of the server, or everything; or everything, and all that it needs to start is compiled in. */
export const SETTINGS: Readonly<Record<string, Settings>> = {
  unknown: NO_SETTINGS,
  known: KNOWN,
  startable: { ...KNOWN, staticModules: 'upstream' },
};

/** The main configuration begins with it: else hardly one would ever include what is enabled. */
const ENABLING = 'IncludeOptional sites-enabled/*.conf\n';

/** Files that are opened and looked at for the first time. Without a size, chunks are as large as they usually are. */
export function openWorld(texts: readonly string[], settings: Settings, chunkSize?: number): World {
  const [main = '', ...others] = texts;
  const started = [ENABLING + main, ...others];
  const files = URIS.map((uri, i) => openFile(uri, 0, started[i] ?? '', chunkSize));
  const snapshot = withChange(EMPTY_SNAPSHOT, { files, folders: foldersOf(true), settings });
  return { snapshot, survey: survey(snapshot, SUBJECTS, EMPTY_SURVEY) };
}

/** What the folders hold, with or without the second file in `conf.d`. */
export function foldersOf(hasSecond: boolean): ReadonlyMap<string, string> {
  const entry = (kind: 'file' | 'folder', uri: string) => ({ kind, uri, name: uri.slice(uri.lastIndexOf('/') + 1) });
  const parts = hasSecond ? [URIS[1], URIS[2]] : [URIS[1]];
  return new Map([
    ['file:///srv', listingText([entry('file', URIS[0]), entry('folder', 'file:///srv/conf.d')])],
    ['file:///srv/sites-enabled', ''],
    ['file:///srv/conf.d', listingText(parts.map((uri) => entry('file', uri)))],
  ]);
}

/** What is left of the old survey when the new one is made. */
export type Memory = (previous: Survey, next: Snapshot) => Survey;

/** What a change of files or folders makes of a world. */
export function changedWorld(world: World, change: Parameters<typeof withChange>[1], remember: Memory): World {
  const next = withChange(world.snapshot, change);
  return { snapshot: next, survey: survey(next, SUBJECTS, remember(world.survey, next)) };
}

/** The world as it would be if it had been opened just now, in chunks of the usual size. */
export function reopened({ snapshot }: World): World {
  const files = [...snapshot.files.values()].map((file) => openFile(file.uri, file.version, fileText(file)));
  const next = withChange(EMPTY_SNAPSHOT, { files, folders: snapshot.folders, settings: snapshot.settings });
  return { snapshot: next, survey: survey(next, SUBJECTS, EMPTY_SURVEY) };
}

export function editedFile({ snapshot }: World, uri: string, edits: readonly Edit[]): SourceFile {
  const file = snapshot.files.get(uri);
  if (!file) throw new Error(`${uri} is not in this world`);
  return withEdits(file, file.version + 1, edits);
}

/** All that can be told of a world, without its versions and without how it is cut into chunks. */
export function shown({ snapshot, survey: surveyed }: World): unknown {
  return {
    files: [...snapshot.files.values()].map(shownFile),
    readings: [...surveyed.evaluations.values()].map((evaluation) => ({
      answers: [...evaluation.answers].filter(([, answer]) => answer !== undefined).sort(),
      inclusions: evaluation.inclusions.map(({ file, runs }) => [file.uri, runs.flatMap(shownRun)]),
      wanted: evaluation.wanted,
    })),
    findings: URIS.map((uri) => shownFindings(surveyed, uri, snapshot.settings)),
  };
}

/** How all findings can be mended. */
export function shownFixes({ snapshot, survey: surveyed }: World): unknown {
  return URIS.map((uri) => {
    const view = viewIn(surveyed, uri);
    return view && findings(view, snapshot.settings).map((one) => fixes(one));
  });
}

function shownFile(file: SourceFile): unknown {
  const numberOf = numbering(file);
  return file.chunks.flatMap((chunk, i) =>
    chunk.lines.map((line, index) => {
      const pairs = file.pairs[i];
      if (!pairs || (line.form !== 'open' && line.form !== 'close')) return line;
      const { kind, pops, partner } = pairingOf(pairs, chunk, index);
      return [line, kind, pops, pairs.crosses.get(index), numberOf(partner)];
    }),
  );
}

/** The number of a line in a file, whatever the chunks. */
function numbering(file: SourceFile): (ref: LineRef | undefined) => number | undefined {
  const before = new Map<Chunk, number>();
  let count = 0;
  for (const chunk of file.chunks) {
    before.set(chunk, count);
    count += chunk.lines.length;
  }
  return (ref) => ref && (before.get(ref.chunk) ?? NaN) + ref.index;
}

const placeNumbers = new WeakMap<Place, number>();
const numbersOfTexts = new Map<string, number>();

/**
 * A number that is the same for places that say the same: those of a `.htaccess` are made anew where its main
 * configuration is. The text of a place with those of all around it would double its escapes from level to level.
 */
function placeNumber(place: Place): number {
  const known = placeNumbers.get(place);
  if (known !== undefined) return known;
  const text = JSON.stringify({ ...place, parent: place.parent && placeNumber(place.parent), children: undefined });
  const number = numbersOfTexts.get(text) ?? numbersOfTexts.size;
  numbersOfTexts.set(text, number);
  placeNumbers.set(place, number);
  return number;
}

function shownRun(run: Run): unknown[] {
  return run.places.map((place, i) => {
    const index = run.from + i;
    return [placeNumber(place), run.conditions.get(index), run.expanded.get(index)];
  });
}

function shownFindings(surveyed: Survey, uri: string, settings: Settings): unknown {
  return findingsIn(surveyed, uri, settings).map((one) => ({ ...one, origin: undefined }));
}
