import type { Answer, Ask } from '../base/ask.ts';
import { fileKey, folderKey, KEYS, readingKey, UNREADABLE } from '../kinds/world.ts';
import type { Chunk, LineRef } from '../syntax/chunk.ts';
import type { ChunkPairs } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { recording, stillHolds, type Answers } from './answers.ts';
import type { Fact, Finding } from './finding.ts';
import { inMacros, type ExpandedFinding } from './inMacros.ts';
import { isSameStart, type Place } from './place.ts';
import { holdsLine, readRun, type Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';
import { startOf, type Possibility, type Start } from './start.ts';

/** What the rules say of the lines of a run. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly facts: readonly Fact[];
  /** What is to be said of lines that macros made. */
  readonly expanded: readonly ExpandedFinding[];
  /** What the facts are about, so that nobody goes through them for what is not among them. */
  readonly topics: ReadonlySet<string>;
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
  /** Over all that is read, in the order of reading; what was concluded before may hold still. */
  whole(judgements: readonly Judgement[], world: Ask, before: readonly Conclusion[]): readonly Conclusion[];
  /** Of several errors the one that httpd comes upon first. */
  first(evaluation: Evaluation): Finding | undefined;
}

/** What one rule says of everything that is read: it holds as long as the facts are the same and the world answers so. */
export interface Conclusion {
  readonly code: string;
  readonly facts: readonly Fact[];
  readonly asked: ReadonlyMap<string, Answer>;
  readonly findings: readonly Finding[];
}

/** One time that a file is read. */
export interface Inclusion {
  readonly file: SourceFile;
  readonly runs: readonly Run[];
  readonly judged: readonly Judged[];
  /** Findings over the facts of the file. */
  readonly findings: readonly Finding[];
}

/** What an evaluation says of one file, with every time that it is read. */
export interface FilePart {
  readonly file: SourceFile;
  readonly inclusions: readonly Inclusion[];
  readonly judged: readonly Judged[];
  readonly whole: readonly Finding[];
}

/** What an evaluation would have liked to read. It has gone on as if it were not there. */
export interface Wanted {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** What a file is, where its name, its content and the settings do not tell: a main configuration, or a `.htaccess` of one. */
export type Role = 'root' | Governed | undefined;

/** A `.htaccess` whose main configuration is known. */
export interface Governed {
  readonly root: Evaluation;
  /** What may hold for it, as the main configuration says. */
  readonly possibilities: readonly Possibility[];
}

/**
 * A configuration as httpd reads it, from one file on. The previous evaluation of the same file is the only memory: a
 * run, or what was judged of it, is used again when all that it depends on is the same.
 */
export interface Evaluation {
  readonly snapshot: Snapshot;
  /** The file with which reading begins. */
  readonly file: SourceFile;
  readonly role: Role;
  readonly start: Start;
  /** Every file that is read, the first one included, in the order in which they begin. */
  readonly inclusions: readonly Inclusion[];
  /** For each of them, how many runs were read when it ended. */
  readonly ends: readonly number[];
  /** In the order of reading. */
  readonly runs: readonly Run[];
  readonly judged: readonly Judged[];
  /** The answers after the last line. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly conclusions: readonly Conclusion[];
  /** Findings over the facts of files and of the whole. */
  readonly whole: readonly Finding[];
  /** The parts of all that, by the URI of the file that they are about. */
  readonly files: ReadonlyMap<string, FilePart>;
  /** Whether there was more than one evaluation reads. */
  readonly isCut: boolean;
  readonly wanted: Wanted;
  /** Of several errors in a main configuration the one that httpd comes upon first, where that is known. */
  readonly first?: Finding;
  /** Of a view of one of the files: what it is a view of. */
  readonly viewOf?: Evaluation;
}

export interface EvaluationOptions {
  /** An evaluation of the same file, or of an older version. */
  readonly previous?: Evaluation | undefined;
  /** Where it is not given, name and content of the file tell what it is. */
  readonly role?: Role;
  /** A file is read only in thought, as if it were enabled. */
  readonly enabling?: Enabling | undefined;
}

/** One more file for a main configuration: what is said of the others is taken as it is without that file. */
export interface Enabling {
  readonly uri: string;
  readonly root: Evaluation;
}

/** Reads and judges a file with all that it includes. */
export function evaluate(
  snapshot: Snapshot,
  file: SourceFile,
  judge: Judge,
  { previous, role, enabling }: EvaluationOptions = {},
): Evaluation {
  const remembered = [enabling?.root, previous].filter((one) => one !== undefined);
  const under = typeof role === 'object' ? { ...role, answers: role.root.answers } : role;
  const start = keepingPlace(startOf(file, snapshot.settings, under), previous ?? enabling?.root);
  const reader = readerOf(snapshot, start.answers, remembered, enabling?.uri);
  readFile(reader, file, start.place, 1);
  const { runs, answers, ask, files, folders, isCut } = reader;
  if (enabling) answers.set(KEYS.enabling, 'yes');
  const judged = judgeRuns(runs, ask, judge, { previous, enabling });
  const inclusions = judgeFiles(reader.inclusions, judged, judge, remembered);
  const conclusions = judge.whole(judged, ask, previous?.conclusions ?? []);
  const whole = [...inclusions, ...conclusions].flatMap(({ findings }) => findings);
  for (const finding of inMacros(runs, judged, snapshot)) whole.push(finding);
  const evaluation: Evaluation = {
    snapshot,
    file,
    role,
    start,
    inclusions,
    ends: reader.inclusions.map(({ end }) => end),
    runs,
    judged,
    answers,
    conclusions,
    whole,
    files: partsOf({ inclusions, judged, whole }),
    isCut,
    wanted: { files: [...files], folders: [...folders] },
  };
  const first = judge.first(evaluation);
  return first ? { ...evaluation, first } : evaluation;
}

/** Runs are used again only in places that are identical. */
function keepingPlace(start: Start, previous: Evaluation | undefined): Start {
  const before = previous?.start.place;
  return before && isSameStart(before, start.place) ? { ...start, place: before } : start;
}

/** A file is judged again where one of its lines was, or where it has others. */
function judgeFiles(
  inclusions: Reader['inclusions'],
  judged: readonly Judged[],
  judge: Judge,
  remembered: readonly Evaluation[],
): Inclusion[] {
  const judgedOf = new Map(judged.map((one) => [one.run, one]));
  const before = remembered.flatMap((one) => one.inclusions);
  const known = new Map(before.map((inclusion) => [inclusion.judged[0], inclusion]));
  return inclusions.map(({ file, runs }) => {
    const own = runs.flatMap((run) => judgedOf.get(run) ?? []);
    const old = known.get(own[0]);
    if (old?.file === file && isSame(old.judged, own)) return old;
    return { file, runs, judged: own, findings: judge.file(own, directivesIn(file)) };
  });
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function directivesIn(file: SourceFile): number {
  return file.chunks.reduce((sum, chunk) => sum + chunk.directives, 0);
}

/** The fold over all that is read. */
interface Reader {
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

function readerOf(
  snapshot: Snapshot,
  start: Start['answers'],
  remembered: readonly Evaluation[],
  enabling: string | undefined,
): Reader {
  const answers: Answers = new Map(start);
  const known = new Map<Chunk, Run[]>();
  for (const run of remembered.flatMap(({ runs }) => runs)) {
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
const FOLDER = folderKey('');
const FILE = fileKey('');

/** Answers what is about files and folders; `want` is told of folders into which nobody has looked. */
function diskOf({ folders, unreadable }: Snapshot, want: (uri: string) => void): Ask {
  return (key) => {
    if (key.startsWith(FILE)) return unreadable.has(key.slice(FILE.length)) ? UNREADABLE : undefined;
    if (!key.startsWith(FOLDER)) return undefined;
    const uri = key.slice(FOLDER.length);
    const listing = folders.get(uri);
    if (listing === undefined) want(uri);
    return listing;
  };
}

/** What the world answers when all is read. */
export function worldOf({ snapshot, answers }: Pick<Evaluation, 'snapshot' | 'answers'>): Ask {
  const onDisk = diskOf(snapshot, () => undefined);
  return (key) => onDisk(key) ?? answers.get(key);
}

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

function nextRun({ known }: Reader, start: Parameters<typeof readRun>[0]): Run {
  const old = known.get(start.chunk)?.find((run) => mayBeKept(run, start));
  return old ?? readRun(start);
}

function mayBeKept(run: Run, { uri, pairs, from, entry, resumes, world }: Parameters<typeof readRun>[0]): boolean {
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

/** With one more file enabled, all other files are judged as they are without it. */
function judgeRuns(
  runs: readonly Run[],
  world: Ask,
  judge: Judge,
  { previous, enabling }: EvaluationOptions,
): Judged[] {
  const known = judgedByRun(previous);
  const done = judgedByRun(enabling?.root);
  const without = enabling && worldOf(enabling.root);
  return runs.map((run) => {
    const ask = without && run.uri !== enabling.uri ? without : world;
    const old = known.get(run);
    const judged = done.get(run) ?? (old && stillHolds(old.asked, ask) ? old : judgeRun(run, ask, judge));
    done.set(run, judged);
    return judged;
  });
}

function judgedByRun(evaluation: Evaluation | undefined): Map<Run, Judged> {
  return new Map(evaluation?.judged.map((judged) => [judged.run, judged]));
}

function judgeRun(run: Run, world: Ask, judge: Judge): Judged {
  const { ask, asked } = recording(world);
  return { run, asked, ...judge.run(run, ask) };
}

/** Whether it is that of a main configuration; a `.htaccess` only inherits what its own knows. */
export function isMain({ answers, role }: Pick<Evaluation, 'answers' | 'role'>): boolean {
  return answers.get(KEYS.file) === 'root' && typeof role !== 'object';
}

/** The first run in which a line is read. */
export function runAt({ runs }: Pick<Evaluation, 'runs'>, ref: LineRef): Run | undefined {
  return runs.find((run) => holdsLine(run, ref));
}

/** URIs of all files that are read, the first one first. */
export function filesOf({ files }: Evaluation): string[] {
  return [...files.keys()];
}

/**
 * One of the files of an evaluation as if it stood alone, with every time that it is read and all that was judged of it;
 * the answers are those of the whole.
 */
export function fileView(evaluation: Evaluation, uri: string): Evaluation | undefined {
  const part = evaluation.files.get(uri);
  return part && { ...evaluation, ...part, runs: part.judged.map(({ run }) => run), viewOf: evaluation };
}

/** What of an evaluation is about each file, in one pass over it. */
function partsOf({
  inclusions,
  judged,
  whole,
}: Pick<FilePart, 'inclusions' | 'judged' | 'whole'>): Map<string, FilePart> {
  const parts = new Map<string, Growing>();
  const uris = new Map<Chunk, string>();
  for (const inclusion of inclusions) {
    const { file } = inclusion;
    const part = parts.get(file.uri);
    if (part) part.inclusions.push(inclusion);
    else parts.set(file.uri, { file, inclusions: [inclusion], judged: [], whole: [] });
    for (const chunk of part ? [] : file.chunks) uris.set(chunk, file.uri);
  }
  for (const one of judged) parts.get(one.run.uri)?.judged.push(one);
  for (const finding of whole) parts.get(uris.get(finding.ref.chunk) ?? '')?.whole.push(finding);
  return parts;
}

interface Growing extends FilePart {
  readonly inclusions: Inclusion[];
  readonly judged: Judged[];
  readonly whole: Finding[];
}
