import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. It is looked for, because this also runs bundled, from a folder under .cache. */
export const root = upToManifest(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} folder
 * @returns {string}
 */
function upToManifest(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : upToManifest(dirname(folder));
}
