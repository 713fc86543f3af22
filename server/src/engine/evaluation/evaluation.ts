import type { Answer, Ask } from '../base/ask.ts';
import { KEYS } from '../kinds/world.ts';
import type { Chunk, LineRef } from '../syntax/chunk.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { recording, stillHolds } from './answers.ts';
import { worldOf } from './disk.ts';
import type { Finding } from './finding.ts';
import { inMacros } from './inMacros.ts';
import type { Conclusion, Inclusion, Judged, Judgement } from './judgement.ts';
import { isSameStart } from './place.ts';
import { readAll, type Reader } from './reader.ts';
import { holdsLine, type Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';
import { startOf, type Possibility, type Start } from './start.ts';

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
  const known = remembered.flatMap((one) => one.runs);
  const reader = readAll({ snapshot, file, start, runs: known, enabling: enabling?.uri });
  const { runs, answers, ask, files, folders, isCut } = reader;
  const judged = judgeRuns(runs, ask, judge, { previous, enabling });
  const inclusions = judgeFiles(
    reader.inclusions,
    judged,
    judge,
    remembered.flatMap((one) => one.inclusions),
  );
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

/** A file is judged again where one of its lines was, or where it has others. */
function judgeFiles(
  inclusions: Reader['inclusions'],
  judged: readonly Judged[],
  judge: Judge,
  before: readonly Inclusion[],
): Inclusion[] {
  const judgedOf = new Map(judged.map((one) => [one.run, one]));
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
