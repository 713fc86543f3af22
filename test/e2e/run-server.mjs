import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';
import { readResult } from './result.mjs';
import { MARK, suiteFolder } from './suite-bundle.mjs';
import { serveFolders } from './web-host.mjs';
import { withWorkbench } from './workbench.mjs';

const LIMIT_MS = 180_000;

/**
 * Runs the suite in the extension host of the server, which is a process of Node.
 * @param {string} extensionFolder
 * @param {string} testsPath
 * @returns {Promise<import('./result.mjs').SuiteRun>}
 */
export function runInNode(extensionFolder, testsPath) {
  console.log('editor: the server build of VS Code, from npm');
  return run({ extensionFolder, testsPath });
}

/**
 * Runs the suite in the extension host of the browser, which is a web worker.
 * @param {string} extensionFolder
 * @param {string} testsFile in the folder of the suite
 * @returns {Promise<import('./result.mjs').SuiteRun>}
 */
export async function runInWebWorker(extensionFolder, testsFile) {
  console.log('editor: the server build of VS Code, with the extension in a web worker');
  const { port, close } = await serveFolders([extensionFolder, suiteFolder]);
  const address = (/** @type {string} */ path) => new URL(path, `http://127.0.0.1:${port}`);
  try {
    return await run({ web: { extension: address('/'), tests: address(`/${testsFile}`) } });
  } finally {
    close();
  }
}

/**
 * @param {import('./workbench.mjs').WorkbenchOptions} options
 * @returns {Promise<import('./result.mjs').SuiteRun>}
 */
function run(options) {
  const verbose = process.env['HTCONF_EDITOR_VERBOSE'] === '1';
  const onLog = (/** @type {string} */ text) => {
    if (verbose || text.includes(MARK)) console.log(text.replaceAll(MARK, ''));
  };
  const all = { ...options, onLog, ...(verbose ? { onServerOutput: console.log } : {}) };
  return withWorkbench(all, async (workbench) => {
    const code = await ending(workbench);
    return { code, tally: readResult(workbench.dataFolder) };
  });
}

/**
 * Waits for the end of the suite; takes a picture where it does not come.
 * @param {import('./workbench.mjs').Workbench} workbench
 */
async function ending({ page, exit, lost, server }) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the suite did not end in ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    return await Promise.race([exit, lost, timeout]);
  } catch (error) {
    const pictures = join(root, '.cache/e2e');
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'failure.png') }).catch(() => {}); // the page may be what was lost
    console.log(`${String(error)}\nPicture: ${join(pictures, 'failure.png')}\n${server.log()}`);
    return 1;
  } finally {
    clearTimeout(timer);
  }
}
