import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { statSync } from 'node:fs';
import { root } from './root.mjs';

const LARGEST = 1024 * 1024;

/**
 * Makes the package of the extension from what was built, and looks into it.
 * @param {string} packagePath where it is written
 * @returns {Promise<{ files: string[], size: number }>} what is in it, and bytes
 */
export async function writePackage(packagePath) {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const stray = files.filter((file) => file.includes('node_modules'));
  if (stray.length > 0) throw new Error(`the package would contain ${stray.join(', ')}`);
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(packagePath);
  if (size >= LARGEST) throw new Error(`${packagePath} has ${size} bytes; it must stay under ${LARGEST}`);
  return { files, size };
}
