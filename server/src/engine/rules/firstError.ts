import { isMain, type Evaluation } from '../evaluation/evaluation.ts';
import { PHASES, type Finding, type Phase } from '../evaluation/finding.ts';
import { holdsLine, type Run } from '../evaluation/run.ts';
import { KEYS } from '../kinds/world.ts';
import { closingTagOf } from '../syntax/enclosing.ts';

/** In these phases httpd goes through things in an order that is not that of the lines. */
const UNORDERED: readonly Phase[] = ['check', 'start'];

/**
 * Of several errors in a main configuration the one that `httpd -t` prints: it stops at the first of a phase, and an
 * error of an early phase hides those of the later ones, wherever they stand (httpd-config 0.2). Undefined where
 * something that is not known may come before it, or where a file is read only in thought.
 */
export function firstError(evaluation: Evaluation): Finding | undefined {
  const { isCut, answers } = evaluation;
  if (isCut || !isMain(evaluation) || answers.has(KEYS.enabling)) return undefined;
  const all = candidatesIn(evaluation);
  const phase = PHASES.find((name) => all.some(({ finding }) => finding.phase === name));
  if (!phase || !areSeveral(evaluation)) return undefined;
  const inPhase = all.filter(({ finding }) => finding.phase === phase);
  if (inPhase.length > 1 && UNORDERED.includes(phase)) return undefined;
  const first = earliest(inPhase, evaluation);
  if (first?.finding.severity !== 'error' || !isKnownAbove(evaluation, first.at, phase)) return undefined;
  return evaluation.whole.find(({ from }) => from === first.finding) ?? first.finding;
}

/** Whether findings mark the same error: a file that is read twice has each twice. */
export function isSameMark(a: Finding, b: Finding): boolean {
  const isSameLine = a.ref.chunk === b.ref.chunk && a.ref.index === b.ref.index;
  return isSameLine && a.code === b.code && a.span.start === b.span.start;
}

/** An error, or what would be one if more were known. */
interface Candidate {
  readonly finding: Finding;
  /** The number of the run in which it was found; for a finding over facts, of that in which its line is read. */
  readonly run: number;
}

/** There may be very many. What macros made is taken at the lines that use them. */
function candidatesIn({ judged, whole, runs }: Evaluation): Candidate[] {
  const all: Candidate[] = [];
  judged.forEach(({ findings, expanded }, run) => {
    for (const finding of findings) if (finding.phase) all.push({ finding, run });
    for (const { finding } of expanded) if (finding.phase) all.push({ finding, run });
  });
  for (const finding of whole) if (finding.phase && !finding.from) all.push({ finding, run: runOf(runs, finding) });
  return all;
}

/** The number of the run in which the line of a finding is read in its place. */
function runOf(runs: readonly Run[], { ref, place }: Finding): number {
  return runs.findIndex((run) => holdsLine(run, ref) && run.places[ref.index - run.from] === place);
}

/** Of what is shown: a macro that is used twice has each error once, and lines that fail for the same reason are one. */
function areSeveral({ judged, whole }: Evaluation): boolean {
  let first: Finding | undefined;
  for (const findings of [...judged.map((one) => one.findings), whole]) {
    for (const finding of findings) {
      if (finding.severity !== 'error') continue;
      if (first && isAnother(finding, first)) return true;
      first ??= finding;
    }
  }
  return false;
}

function isAnother(a: Finding, b: Finding): boolean {
  return !isSameMark(a, b) && !(a.code === b.code && a.fault !== undefined && a.fault === b.fault);
}

/** A line as httpd comes to it: the number of the run, and the line in it. */
interface Position {
  readonly run: number;
  readonly index: number;
}

interface Met {
  readonly finding: Finding;
  readonly at: Position;
}

function earliest(all: readonly Candidate[], evaluation: Evaluation): Met | undefined {
  const ends = endsOf(evaluation);
  let first: Met | undefined;
  for (const one of all) {
    const at = positionOf(one, evaluation, ends);
    if (!first || at.run < first.at.run || (at.run === first.at.run && at.index < first.at.index))
      first = { finding: one.finding, at };
  }
  return first;
}

/** For each run the number of the one behind the end of its file. */
function endsOf({ inclusions, ends }: Evaluation): ReadonlyMap<Run, number> {
  const found = inclusions.flatMap(({ runs }, number) => runs.map((run) => [run, ends[number] ?? 0] as const));
  return new Map(found.reverse());
}

/** Where httpd comes upon it. */
function positionOf({ finding, run }: Candidate, evaluation: Evaluation, ends: ReturnType<typeof endsOf>): Position {
  const { met, ref } = finding;
  const here = evaluation.runs[run];
  if (!met || !here) return { run, index: ref.index };
  if (met === 'end') return { run: ends.get(here) ?? 0, index: -1 };
  const file = evaluation.snapshot.files.get(here.uri);
  const close = file && closingTagOf(file, ref);
  if (!close) return { run, index: ref.index };
  return {
    run: evaluation.runs.findIndex((one, number) => number >= run && holdsLine(one, close)),
    index: close.index,
  };
}

/** Whether all is known that httpd reads before it comes there: for what is refused later, that is everything. */
function isKnownAbove({ runs, answers }: Evaluation, at: Position, phase: Phase): boolean {
  if (phase !== 'read') return answers.get(KEYS.open) === undefined;
  const run = runs.findIndex(({ opens }) => opens !== undefined);
  const index = runs[run]?.opens ?? 0;
  return run < 0 || run > at.run || (run === at.run && index >= at.index);
}
