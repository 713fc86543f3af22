// Runs the suite in a real VS Code, with the extension as its package holds it. HTCONF_EDITOR chooses it:
//   desktop  the one that VSCODE_EXECUTABLE_PATH names, else a downloaded one (VSCODE_VERSION, by default the stable one)
//   server   VS Code's server build from npm in a headless browser; works without any other network. The suite runs twice:
//            with the extension in a process of Node, and in a web worker as on vscode.dev
//   auto     (the default) desktop where one is named, or where there is a screen and it can be downloaded; else server
// More: HTCONF_EDITOR_GREP (only the tests that match), HTCONF_EDITOR_VERBOSE=1 (the log of the workbench too).
import { basename } from 'node:path';
import { emptyTally, sum } from '../../tools/tally.mjs';
import { findDesktop, runOnDesktop } from './run-desktop.mjs';
import { runInNode, runInWebWorker } from './run-server.mjs';
import { whyNoHost } from './host-server.mjs';
import { installExtension } from './installed.mjs';
import { bundleSuite, MARK } from './suite-bundle.mjs';
import { temporaryFolder } from './workbench.mjs';

/** @typedef {import('../../tools/tally.mjs').Tally} Tally */

/** @returns {Promise<Tally>} */
export async function runEditorSuite() {
  const wanted = process.env['HTCONF_EDITOR'] ?? 'auto';
  if (!['auto', 'desktop', 'server'].includes(wanted))
    throw new Error(`HTCONF_EDITOR=${wanted}: auto, desktop or server`);
  const desktop = wanted === 'server' ? undefined : await findDesktop({ required: wanted === 'desktop' });
  const reason = desktop ? undefined : whyNoHost();
  if (reason)
    return { passed: 0, failed: 0, skipped: [{ name: 'editor', reason: `${reason}; set VSCODE_EXECUTABLE_PATH` }] };
  const { path, remove } = temporaryFolder();
  try {
    const [suite, extension] = await Promise.all([bundleSuite(desktop ? '' : MARK), installExtension(path)]);
    if (desktop) return resultOf(await runOnDesktop(desktop, extension, suite.node));
    const inNode = resultOf(await runInNode(extension, suite.node));
    return sum([inNode, resultOf(await runInWebWorker(extension, basename(suite.web)))]);
  } finally {
    remove();
  }
}

/**
 * A dead extension host is reported as a success: what the suite wrote at its end is the proof that it ran.
 * @param {import('./result.mjs').SuiteRun} run
 * @returns {Tally}
 */
function resultOf({ code, tally = emptyTally() }) {
  const sound = code === 0 ? tally.passed > 0 && tally.failed === 0 : tally.failed > 0;
  if (sound) return tally;
  console.log(`FAILED editor: it ended with ${code}, and the suite did not say how it went`);
  return { ...tally, failed: tally.failed + 1 };
}
