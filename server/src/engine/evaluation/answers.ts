import { HOLE, type Answer, type Ask } from '../base/ask.ts';
import type { Truth } from '../base/truth.ts';
import { moduleKey, variableKey, flagKey } from '../kinds/world.ts';

/** What reading has made so far. */
export type Answers = Map<string, Answer>;

export function askOf(answers: ReadonlyMap<string, Answer>): Ask {
  return (key) => answers.get(key);
}

/** An `Ask` that writes down what it is asked and what it answers. */
export function recording(ask: Ask): { ask: Ask; asked: Map<string, Answer> } {
  const asked = new Map<string, Answer>();
  return {
    asked,
    ask: (key) => {
      if (asked.has(key)) return asked.get(key);
      const answer = ask(key);
      asked.set(key, answer);
      return answer;
    },
  };
}

/** Whether all that was asked is still answered in the same way. */
export function stillHolds(asked: ReadonlyMap<string, Answer>, ask: Ask): boolean {
  for (const [key, answer] of asked) if (ask(key) !== answer) return false;
  return true;
}

/** What a line adds to the answers. */
export interface Telling {
  readonly ask: Ask;
  readonly tell: (key: string, answer: Answer) => void;
}

/** A value that is only maybe set is no longer known, unless it is the one that was there. */
export function tellVariable({ ask, tell }: Telling, name: string, value: Answer, truth: Truth): void {
  const key = variableKey(name);
  if (truth === 'yes' || ask(key) === value) tell(key, value);
  else tell(key, HOLE);
}

export function tellFlag({ ask, tell }: Telling, name: string, set: boolean, truth: Truth): void {
  const key = flagKey(name);
  const answer = set ? 'yes' : undefined;
  if (truth === 'yes' || ask(key) === answer) tell(key, answer);
  else tell(key, 'maybe');
}

export function tellModule({ ask, tell }: Telling, identifier: string, truth: Truth): void {
  const key = moduleKey(identifier);
  if (ask(key) !== 'yes') tell(key, truth);
}
