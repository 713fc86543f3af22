import type { Answer, Ask } from '../base/ask.ts';
import { KEYS } from '../kinds/world.ts';
import type { Chunk, LineRef } from '../syntax/chunk.ts';
import type { ChunkPairs } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { recording, stillHolds, type Answers } from './answers.ts';
import type { Fact, Finding } from './finding.ts';
import type { Place } from './place.ts';
import { holdsLine, readRun, type Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';
import { startOf } from './start.ts';

/** What the rules say of the lines of a run. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly facts: readonly Fact[];
  /** Kinds and sections of the facts, so that nobody goes through facts for what is not among them. */
  readonly kinds: ReadonlySet<string>;
}

/** What the rules say of a run: the second phase of httpd (httpd-config 0.1). */
export interface Judged extends Judgement {
  readonly run: Run;
  readonly asked: ReadonlyMap<string, Answer>;
}

/** The rules, as seen from here. */
export interface Judge {
  run(run: Run, ask: Ask): Judgement;
  /** Over one file, once for each time that it is included. */
  file(judgements: readonly Judgement[], directives: number): readonly Finding[];
  /** Over all that is read, in the order of reading. */
  whole(judgements: readonly Judgement[]): readonly Finding[];
}

/** One time that a file is read. */
export interface Inclusion {
  readonly file: SourceFile;
  readonly runs: readonly Run[];
}

/** What an evaluation would have liked to read. It has gone on as if it were not there. */
export interface Wanted {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * A configuration as httpd reads it, from one file on. The previous evaluation of the same file is the only memory: a
 * run, or what was judged of it, is used again when all that it depends on is the same.
 */
export interface Evaluation {
  readonly snapshot: Snapshot;
  /** The file with which reading begins. */
  readonly file: SourceFile;
  /** Every file that is read, the first one included, in the order in which they begin. */
  readonly inclusions: readonly Inclusion[];
  /** In the order of reading. */
  readonly runs: readonly Run[];
  readonly judged: readonly Judged[];
  /** The answers after the last line. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Findings over the facts of files and of the whole. */
  readonly whole: readonly Finding[];
  readonly wanted: Wanted;
}

export function evaluate(snapshot: Snapshot, file: SourceFile, judge: Judge, previous?: Evaluation): Evaluation {
  const reader = readerOf(snapshot, file, previous);
  readFile(reader, file, startOf(file, snapshot.settings).place, 1);
  const { runs, inclusions, answers, ask, files, folders } = reader;
  const judged = judgeRuns(runs, ask, judge, previous);
  const judgedOf = new Map(judged.map((one) => [one.run, one]));
  const wholes = inclusions.flatMap((inclusion) =>
    judge.file(
      inclusion.runs.flatMap((run) => judgedOf.get(run) ?? []),
      directivesIn(inclusion.file),
    ),
  );
  const whole = [...wholes, ...judge.whole(judged)];
  return {
    snapshot,
    file,
    inclusions,
    runs,
    judged,
    answers,
    whole,
    wanted: { files: [...files], folders: [...folders] },
  };
}

function directivesIn(file: SourceFile): number {
  return file.chunks.reduce((sum, chunk) => sum + chunk.directives, 0);
}

/** The fold over all that is read. */
interface Reader {
  readonly snapshot: Snapshot;
  readonly answers: Answers;
  readonly ask: Ask;
  readonly known: ReadonlyMap<Chunk, readonly Run[]>;
  readonly runs: Run[];
  readonly inclusions: { file: SourceFile; runs: Run[] }[];
  /** How often each file is open at the moment. */
  readonly open: Map<string, number>;
  readonly files: Set<string>;
  readonly folders: Set<string>;
  lines: number;
}

function readerOf(snapshot: Snapshot, file: SourceFile, previous: Evaluation | undefined): Reader {
  const answers: Answers = new Map(startOf(file, snapshot.settings).answers);
  const known = new Map<Chunk, Run[]>();
  for (const run of previous?.runs ?? []) {
    const same = known.get(run.chunk);
    if (same) same.push(run);
    else known.set(run.chunk, [run]);
  }
  const folders = new Set<string>();
  const ask: Ask = (key) => (key.startsWith('folder:') ? folder(key.slice('folder:'.length)) : answers.get(key));
  return {
    snapshot,
    answers,
    ask,
    known,
    runs: [],
    inclusions: [],
    open: new Map(),
    files: new Set(),
    folders,
    lines: 0,
  };

  function folder(uri: string): Answer {
    const listing = snapshot.folders.get(uri);
    if (listing === undefined) folders.add(uri);
    return listing;
  }
}

/** How often a file that is open is entered again; httpd goes on to a depth of 128 and then gives up (httpd-config 4.3). */
const AGAIN = 2;
/** What one evaluation reads at most: inclusions of files, and lines. */
const MOST_INCLUSIONS = 10_000;
const MOST_LINES = 1_000_000;
const DEEPEST = 128;

function readFile(reader: Reader, file: SourceFile, start: Place, depth: number): void {
  const inclusion: { file: SourceFile; runs: Run[] } = { file, runs: [] };
  reader.inclusions.push(inclusion);
  reader.open.set(file.uri, (reader.open.get(file.uri) ?? 0) + 1);
  let place = start;
  file.chunks.forEach((chunk, number) => {
    const pairs = file.pairs[number] as ChunkPairs;
    for (let from = 0; from < chunk.lines.length;) {
      const run = nextRun(reader, { uri: file.uri, chunk, pairs, from, entry: place, world: reader.ask });
      for (const [key, answer] of run.told) reader.answers.set(key, answer);
      reader.runs.push(run);
      inclusion.runs.push(run);
      reader.lines += run.end - run.from;
      place = run.exit;
      from = run.end;
      for (const uri of run.included?.files ?? []) readIncluded(reader, uri, place, depth);
    }
  });
  reader.open.set(file.uri, (reader.open.get(file.uri) ?? 1) - 1);
}

function nextRun({ known }: Reader, start: Parameters<typeof readRun>[0]): Run {
  const old = known.get(start.chunk)?.find((run) => mayBeKept(run, start));
  return old ?? readRun(start);
}

function mayBeKept(run: Run, { uri, pairs, from, entry, world }: Parameters<typeof readRun>[0]): boolean {
  const isSame = run.uri === uri && run.from === from && run.entry === entry && run.pairs.signature === pairs.signature;
  return isSame && stillHolds(run.asked, world);
}

function readIncluded(reader: Reader, uri: string, place: Place, depth: number): void {
  const isTooMuch = reader.inclusions.length >= MOST_INCLUSIONS || reader.lines >= MOST_LINES || depth >= DEEPEST;
  const file = reader.snapshot.files.get(uri);
  if (file && !isTooMuch && (reader.open.get(uri) ?? 0) <= AGAIN) {
    readFile(reader, file, place, depth + 1);
    return;
  }
  if (!file && !reader.snapshot.unreadable.has(uri)) reader.files.add(uri);
  reader.answers.set(KEYS.open, 'yes');
}

function judgeRuns(runs: readonly Run[], world: Ask, judge: Judge, previous: Evaluation | undefined): Judged[] {
  const known = new Map(previous?.judged.map((judged) => [judged.run, judged]));
  const done = new Map<Run, Judged>();
  return runs.map((run) => {
    const old = done.get(run) ?? known.get(run);
    const judged = old && stillHolds(old.asked, world) ? old : judgeRun(run, world, judge);
    done.set(run, judged);
    return judged;
  });
}

function judgeRun(run: Run, world: Ask, judge: Judge): Judged {
  const { ask, asked } = recording(world);
  return { run, asked, ...judge.run(run, ask) };
}

/** The first run in which a line is read. */
export function runAt({ runs }: Pick<Evaluation, 'runs'>, ref: LineRef): Run | undefined {
  return runs.find((run) => holdsLine(run, ref));
}

/** URIs of all files that are read, the first one first. */
export function filesOf({ inclusions }: Evaluation): string[] {
  return [...new Set(inclusions.map(({ file }) => file.uri))];
}

/**
 * One of the files of an evaluation as if it stood alone, with every time that it is read and all that was judged of it;
 * the answers are those of the whole.
 */
export function fileView(evaluation: Evaluation, uri: string): Evaluation | undefined {
  const inclusions = evaluation.inclusions.filter(({ file }) => file.uri === uri);
  const [first] = inclusions;
  if (!first) return undefined;
  const runs = evaluation.runs.filter((run) => run.uri === uri);
  const judged = evaluation.judged.filter(({ run }) => run.uri === uri);
  const chunks = new Set(first.file.chunks);
  const whole = evaluation.whole.filter(({ ref }) => chunks.has(ref.chunk));
  return { ...evaluation, file: first.file, inclusions, runs, judged, whole };
}
