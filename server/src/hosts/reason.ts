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

/** Whether the system said that there is no such thing. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

/** Whether a link leads to nothing, or round in a circle. */
export function leadsNowhere(error: unknown): boolean {
  return isAbsent(error) || codeOf(error) === 'ELOOP';
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
