import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';
import { readResult } from './result.mjs';
import { temporaryFolder } from './workbench.mjs';
import { makeWorkspace } from './workspace.mjs';

/**
 * The executable of a desktop VS Code.
 * @param {{ required: boolean }} options where it is not required, one that cannot be had is no error
 * @returns {Promise<string | undefined>}
 */
export async function findDesktop({ required }) {
  const named = process.env['VSCODE_EXECUTABLE_PATH'];
  if (named && !existsSync(named)) throw new Error(`VSCODE_EXECUTABLE_PATH names no file: ${named}`);
  if (named) return named;
  if (!required && !hasScreen()) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: process.env['VSCODE_VERSION'] ?? 'stable',
      cachePath: join(root, '.vscode-test'),
    });
  } catch (error) {
    if (required) throw error;
    console.log(`No desktop VS Code can be downloaded here (${String(error)}); its server build from npm is used`);
    return undefined;
  }
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * @param {string} vscodeExecutablePath
 * @param {string} extensionFolder
 * @param {string} extensionTestsPath
 * @returns {Promise<import('./result.mjs').SuiteRun>}
 */
export async function runOnDesktop(vscodeExecutablePath, extensionFolder, extensionTestsPath) {
  console.log(`editor: desktop, ${vscodeExecutablePath}`);
  const { path, remove } = temporaryFolder();
  const folder = makeWorkspace(path, { forSuite: true });
  const args = ['--disable-extensions', '--disable-workspace-trust'];
  const folders = ['--user-data-dir', join(path, 'u'), '--extensions-dir', join(path, 'x')];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    const code = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extensionFolder,
      extensionTestsPath,
      launchArgs: [folder, ...args, ...folders, ...sandbox],
    }).catch((/** @type {unknown} */ error) => {
      console.log(String(error)); // it throws when a test fails
      return 1;
    });
    return { code, tally: readResult(path) };
  } finally {
    remove();
  }
}
