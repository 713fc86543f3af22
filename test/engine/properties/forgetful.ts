import type { Evaluation } from '../../../server/src/engine/evaluation/evaluation.ts';
import type { Judged } from '../../../server/src/engine/evaluation/judgement.ts';
import type { Run } from '../../../server/src/engine/evaluation/run.ts';
import type { Snapshot, Survey } from '../../../server/src/engine/engine.ts';

/*
 * Memories that spoil what an old survey says of what it depended on. Each stands for a fault that is easily made: a rule
 * or a directive that looks past `ask`, a look at a partner that is not in the signature of the pairs.
 */

/** Nothing is spoiled, only copied. */
export function forgetsNothing(previous: Survey): Survey {
  return spoiled(previous, {});
}

/** Reading takes every old run for good, whatever it had asked. */
export function forgetsAnswersOfReading(previous: Survey): Survey {
  return spoiled(previous, { run: (run) => ({ ...run, asked: new Map() }) });
}

/** What rules have said is taken for good, whatever they had asked. */
export function forgetsAnswersOfRules(previous: Survey): Survey {
  return spoiled(previous, { judged: (judged) => ({ ...judged, asked: new Map() }) });
}

/** The partners of tags are taken to be as they were. */
export function forgetsPairs(previous: Survey, next: Snapshot): Survey {
  return spoiled(previous, {
    run(run) {
      const file = next.files.get(run.uri);
      const pairs = file?.pairs[file.chunks.indexOf(run.chunk)];
      return pairs ? { ...run, pairs: { ...run.pairs, signature: pairs.signature } } : run;
    },
  });
}

interface Spoiling {
  readonly run?: (run: Run) => Run;
  readonly judged?: (judged: Judged) => Judged;
}

function spoiled(previous: Survey, { run = same, judged = same }: Spoiling): Survey {
  const spoil = (evaluation: Evaluation): Evaluation => {
    const runs = new Map(evaluation.runs.map((one) => [one, run(one)]));
    const judge = (one: Judged): Judged => judged({ ...one, run: runs.get(one.run) ?? one.run });
    return { ...evaluation, runs: [...runs.values()], judged: evaluation.judged.map(judge) };
  };
  const evaluations = [...previous.evaluations].map(([uri, evaluation]) => [uri, spoil(evaluation)] as const);
  return { ...previous, evaluations: new Map(evaluations) };
}

function same<T>(value: T): T {
  return value;
}
