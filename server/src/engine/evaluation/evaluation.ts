import type { Answer, Ask } from '../base/ask.ts';
import type { Chunk } from '../syntax/chunk.ts';
import type { ChunkPairs } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { askOf, recording, stillHolds, type Answers } from './answers.ts';
import type { Fact, Finding } from './finding.ts';
import type { Place } from './place.ts';
import { readChunk, type Run } from './run.ts';
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
  file(judgements: readonly Judgement[], directives: number): readonly Finding[];
}

/**
 * A file as httpd reads it. The previous evaluation of the same file is the only memory: a run, or what was judged of
 * it, is used again when all that it depends on is the same.
 */
export interface Evaluation {
  readonly file: SourceFile;
  readonly runs: readonly Run[];
  readonly judged: readonly Judged[];
  /** The answers after the last line. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Findings over the facts of the whole file. */
  readonly whole: readonly Finding[];
}

export function evaluate(snapshot: Snapshot, file: SourceFile, judge: Judge, previous?: Evaluation): Evaluation {
  const start = startOf(file, snapshot.settings);
  const answers: Answers = new Map(start.answers);
  const runs = readFile(file, start.place, answers, runsByChunk(previous));
  const judged = judgeRuns(runs, askOf(answers), judge, previous);
  return { file, runs, judged, answers, whole: judge.file(judged, directivesIn(file)) };
}

function directivesIn(file: SourceFile): number {
  return file.chunks.reduce((sum, chunk) => sum + chunk.directives, 0);
}

function runsByChunk(previous: Evaluation | undefined): ReadonlyMap<Chunk, Run> {
  return new Map(previous?.runs.map((run) => [run.chunk, run]));
}

/** The fold over the chunks; adds what each run tells to `answers`. */
function readFile(file: SourceFile, start: Place, answers: Answers, known: ReadonlyMap<Chunk, Run>): Run[] {
  const ask = askOf(answers);
  const runs: Run[] = [];
  let place = start;
  file.chunks.forEach((chunk, number) => {
    const pairs = file.pairs[number] as ChunkPairs;
    const old = known.get(chunk);
    const run = old && mayBeKept(old, pairs, place, ask) ? old : readChunk(chunk, pairs, place, ask);
    for (const [key, answer] of run.told) answers.set(key, answer);
    runs.push(run);
    place = run.exit;
  });
  return runs;
}

function mayBeKept(run: Run, pairs: ChunkPairs, entry: Place, ask: Ask): boolean {
  return run.pairs.signature === pairs.signature && run.entry === entry && stillHolds(run.asked, ask);
}

function judgeRuns(runs: readonly Run[], world: Ask, judge: Judge, previous: Evaluation | undefined): Judged[] {
  const known = new Map(previous?.judged.map((judged) => [judged.run, judged]));
  return runs.map((run) => {
    const old = known.get(run);
    if (old && stillHolds(old.asked, world)) return old;
    const { ask, asked } = recording(world);
    return { run, asked, ...judge.run(run, ask) };
  });
}
