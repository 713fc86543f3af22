import type { Ask } from '../base/ask.ts';
import type { Truth } from '../base/truth.ts';
import type { Word } from '../kinds/word.ts';
import { builtInKey, KEYS, moduleKey } from '../kinds/world.ts';
import { isThere, pathNamed } from './serverPaths.ts';

/** What a line that loads a module meets while it is read. */
export interface Load {
  /** Whether a line above has loaded it, as far as that was read; httpd then skips this one (httpd-config 7.1). */
  readonly again: Truth;
  /** Whether its file is there; `maybe` where nobody looks. */
  readonly file: Truth;
  /** The path of the file on the server, where it is known. */
  readonly path?: string;
}

/** Undefined for a line that does not load a module whose name is known. */
export function loadOf(key: string, [identifier, file, more]: readonly Word[], ask: Ask): Load | undefined {
  if (key !== 'loadmodule' || !identifier || !file || more || identifier.hole) return undefined;
  const again = loadedBefore(identifier.value.text, ask);
  if (file.hole) return { again, file: 'maybe' };
  const path = pathNamed(ask, file.value.text);
  return { again, file: fileIsThere(file.value.text, ask), ...(path !== undefined && { path }) };
}

/** What may be built in is not skipped: where it is, httpd refuses the line. */
function loadedBefore(identifier: string, ask: Ask): Truth {
  const answer = ask(moduleKey(identifier));
  const isLoaded = (answer === 'yes' || answer === 'maybe') && ask(builtInKey(identifier)) === undefined;
  return isLoaded ? answer : 'no';
}

/** A name without `/` is looked for by the system, too (httpd-config 7.1). */
function fileIsThere(name: string, ask: Ask): Truth {
  if (ask(KEYS.checkPaths) !== 'yes') return 'maybe';
  const there = isThere(ask, name);
  return there === 'no' && !name.includes('/') ? 'maybe' : there;
}
