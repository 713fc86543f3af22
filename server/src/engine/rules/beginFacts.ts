import type { Ask } from '../base/ask.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import type { Run } from '../evaluation/run.ts';
import { stepOf } from '../evaluation/step.ts';
import { KEYS } from '../kinds/world.ts';
import { nameWord } from '../syntax/line.ts';

/** The first line that is surely read, of each run of a main configuration: the first of them is where to say what lacks. */
export const BEGINS = 'begins';

export function beginFacts(run: Run, ask: Ask): Fact[] {
  if (ask(KEYS.main) !== run.uri) return [];
  const at = run.places.findIndex(({ truth, text }, index) => truth === 'yes' && !text && isDirective(run, index));
  if (at < 0) return [];
  const step = stepOf(run, run.from + at);
  const span = inRaw(step, nameWord(step.line.text.text));
  return [{ kind: BEGINS, value: '', ref: step.ref, place: step.place, span }];
}

/** Where to say what the whole configuration lacks. */
export function whereToSay(facts: readonly Fact[]): Pick<Fact, 'ref' | 'place' | 'span'>[] {
  const first = facts.find(({ kind }) => kind === BEGINS);
  return first ? [{ ref: first.ref, place: first.place, span: first.span }] : [];
}

function isDirective({ chunk, from }: Run, index: number): boolean {
  const form = chunk.lines[from + index]?.form;
  return form === 'directive' || form === 'open';
}
