/** What keeps the command from doing its work, as a sentence for the person who typed it. The command ends with 2. */
export class Problem extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ELOOP: 'its links lead round in a circle',
  ENOSPC: 'no space is left',
  EROFS: 'nothing can be written there',
};

/** Why the system refused something, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

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
