import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';
import { readResult } from './result.mjs';
import { temporaryFolder, withWorkbench } from './workbench.mjs';

// The workbench logs to the same place as the suite: the mark tells the lines of the suite.
const MARK = '\u2063suite\u2063';
const LIMIT_MS = 180_000;

/**
 * @param {string} testsPath
 * @returns {Promise<import('./result.mjs').SuiteRun>}
 */
export async function runOnServer(testsPath) {
  console.log('editor: the server build of VS Code, from npm');
  const verbose = process.env['HTCONF_EDITOR_VERBOSE'] === '1';
  const { path, remove } = temporaryFolder();
  const env = { HTCONF_EDITOR_RESULT: join(path, 'result.json'), HTCONF_EDITOR_MARK: MARK };
  const onLog = (/** @type {string} */ text) => {
    if (verbose || text.includes(MARK)) console.log(text.replaceAll(MARK, ''));
  };
  const options = { testsPath, env, onLog, ...(verbose ? { onServerOutput: console.log } : {}) };
  try {
    const code = await withWorkbench(options, ending);
    return { code, tally: readResult(path) };
  } finally {
    remove();
  }
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
