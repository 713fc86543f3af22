import { isAbsolute, relative, sep } from 'node:path';

/** How a path is shown: relative where it lies in the current folder, else absolute, with `/`. */
export function displayPath(path: string): string {
  const near = relative(process.cwd(), path);
  const outside = near === '..' || near.startsWith(`..${sep}`) || isAbsolute(near);
  return (outside ? path : near || '.').replaceAll(sep, '/');
}
