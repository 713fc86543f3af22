// The extension as it is installed: made as a package and unpacked, so that a file that the package lacks is found.
import JSZip from 'jszip';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writePackage } from '../../tools/vsix.mjs';

/**
 * @param {string} parent an empty folder
 * @returns {Promise<string>} the folder of the extension
 */
export async function installExtension(parent) {
  const packagePath = join(parent, 'htconf.vsix');
  await writePackage(packagePath);
  const { files } = await JSZip.loadAsync(readFileSync(packagePath));
  for (const file of Object.values(files).filter(({ dir }) => !dir)) {
    const path = join(parent, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await file.async('nodebuffer'));
  }
  return join(parent, 'extension');
}
