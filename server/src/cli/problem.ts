import { reasonOf } from '../hosts/reason.ts';

/** What keeps the command from doing its work, as a sentence for the person who typed it. The command ends with 2. */
export class Problem extends Error {}

/** Does something with a file; an error of the file system becomes a Problem: "`name` `undone`: permission is denied." */
export function withFile<T>(name: string, undone: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`${name} ${undone}: ${reasonOf(error)}.`);
  }
}

/** Does something, and adds the sentence to `problems` where it cannot be done. */
export function attempt<T>(problems: string[], act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problems.push(error.message);
    return undefined;
  }
}
