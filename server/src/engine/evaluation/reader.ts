import type { Ask } from '../base/ask.ts';
import { KEYS, readingKey } from '../kinds/world.ts';
import type { Chunk } from '../syntax/chunk.ts';
import type { ChunkPairs } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { stillHolds, type Answers } from './answers.ts';
import { diskOf } from './disk.ts';
import type { Place } from './place.ts';
import { readRun, type Run, type RunStart } from './run.ts';
import type { Snapshot } from './snapshot.ts';
import type { Start } from './start.ts';

/** The fold over all that is read. */
export interface Reader {
  readonly snapshot: Snapshot;
  readonly enabling: string | undefined;
  readonly answers: Answers;
  readonly ask: Ask;
  readonly known: ReadonlyMap<Chunk, readonly Run[]>;
  readonly runs: Run[];
  readonly inclusions: { file: SourceFile; runs: Run[]; end: number }[];
  /** How often each file is open at the moment. */
  readonly open: Map<string, number>;
  readonly files: Set<string>;
  readonly folders: Set<string>;
  lines: number;
  isCut: boolean;
}

/** What a fold begins with. */
interface Beginning {
  readonly snapshot: Snapshot;
  readonly file: SourceFile;
  readonly start: Start;
  /** Runs that may be used again. */
  readonly runs: readonly Run[];
  /** URI of a file that is read only in thought. */
  readonly enabling: string | undefined;
}

/** Reads a file with all that it includes. */
export function readAll(beginning: Beginning): Reader {
  const reader = readerOf(beginning);
  readFile(reader, beginning.file, beginning.start.place, 1);
  if (beginning.enabling !== undefined) reader.answers.set(KEYS.enabling, 'yes');
  return reader;
}

function readerOf({ snapshot, start, runs, enabling }: Beginning): Reader {
  const answers: Answers = new Map(start.answers);
  const known = new Map<Chunk, Run[]>();
  for (const run of runs) {
    const same = known.get(run.chunk);
    if (same) same.push(run);
    else known.set(run.chunk, [run]);
  }
  const open = new Map<string, number>();
  const folders = new Set<string>();
  const onDisk = diskOf(snapshot, (uri) => folders.add(uri));
  const ask: Ask = (key) => {
    if (key.startsWith(READING)) return open.get(key.slice(READING.length))?.toString();
    return onDisk(key) ?? answers.get(key);
  };
  const empty = { runs: [], inclusions: [], files: new Set<string>(), lines: 0, isCut: false };
  return { snapshot, enabling, answers, ask, known, open, folders, ...empty };
}

const READING = readingKey('');

/** What one evaluation reads at most: inclusions of files, and lines. */
const MOST_INCLUSIONS = 10_000;
const MOST_LINES = 1_000_000;
const DEEPEST = 128;

function readFile(reader: Reader, file: SourceFile, start: Place, depth: number): void {
  const inclusion = { file, runs: [] as Run[], end: 0 };
  reader.inclusions.push(inclusion);
  reader.open.set(file.uri, (reader.open.get(file.uri) ?? 0) + 1);
  const isEnabling = file.uri === reader.enabling;
  if (isEnabling) reader.answers.set(KEYS.enabling, 'yes');
  let place = start;
  file.chunks.forEach((chunk, number) => {
    const pairs = file.pairs[number] as ChunkPairs;
    let resumes: string | undefined;
    for (let from = 0; from < chunk.lines.length || resumes !== undefined;) {
      const run = nextRun(reader, { uri: file.uri, chunk, pairs, from, entry: place, resumes, world: reader.ask });
      for (const [key, answer] of run.told) reader.answers.set(key, answer);
      reader.runs.push(run);
      inclusion.runs.push(run);
      reader.lines += run.end - run.from;
      place = run.exit;
      from = run.end;
      resumes = run.rest;
      for (const { uri } of run.included?.files ?? []) readIncluded(reader, uri, place, depth);
    }
  });
  inclusion.end = reader.runs.length;
  const left = (reader.open.get(file.uri) ?? 1) - 1;
  if (left > 0) reader.open.set(file.uri, left);
  else reader.open.delete(file.uri);
  if (isEnabling) reader.answers.delete(KEYS.enabling);
}

function nextRun({ known }: Reader, start: RunStart): Run {
  const old = known.get(start.chunk)?.find((run) => mayBeKept(run, start));
  return old ?? readRun(start);
}

function mayBeKept(run: Run, { uri, pairs, from, entry, resumes, world }: RunStart): boolean {
  const isSame = run.uri === uri && run.from === from && run.entry === entry && run.resumes === resumes;
  return isSame && run.pairs.signature === pairs.signature && stillHolds(run.asked, world);
}

function readIncluded(reader: Reader, uri: string, place: Place, depth: number): void {
  const isTooMuch = reader.inclusions.length >= MOST_INCLUSIONS || reader.lines >= MOST_LINES;
  const file = reader.snapshot.files.get(uri);
  if (file && !isTooMuch && depth < DEEPEST) {
    readFile(reader, file, place, depth + 1);
    return;
  }
  if (isTooMuch) reader.isCut = true;
  else if (!file && !reader.snapshot.unreadable.has(uri)) reader.files.add(uri);
  reader.answers.set(KEYS.open, 'yes');
}
