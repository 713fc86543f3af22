// Brings the npm packages of a folder to what its lock file says. Uses nothing but Node's own modules.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runScript } from './command.mjs';
import { root } from './root.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Installs what is missing or of another version than the lock file says; does nothing where all is there.
 * Install scripts are not run: no package that is used needs one.
 * @param {string} [folder] the folder of package.json
 */
export async function installPackages(folder = root) {
  if (isInstalled(folder)) return;
  const place = relative(root, folder) || 'the project';
  console.log(`Installing the npm packages of ${place}`);
  const { code } = await runScript('npm', [
    'ci',
    '--ignore-scripts',
    '--no-global', // it is in the environment where npm installs this package for everybody
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
    '--prefix',
    folder,
  ]);
  if (code !== 0) throw new Error(`npm could not install the packages of ${place} (see above)`);
}

/**
 * npm notes what it installed in node_modules/.package-lock.json. Optional packages may be missing there: they are those
 * of other platforms.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installedLock = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readLock(installedLock).packages;
  return Object.entries(readLock(join(folder, 'package-lock.json')).packages).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

/**
 * @param {string} file
 * @returns {Lock}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
