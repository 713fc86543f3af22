// Runs the suite in a real VS Code. HTCONF_EDITOR chooses it:
//   desktop  the one that VSCODE_EXECUTABLE_PATH names, else a downloaded one (VSCODE_VERSION, by default the stable one)
//   server   VS Code's server build from npm in a headless browser; works without any other network
//   auto     (the default) desktop where one is named, or where there is a screen and it can be downloaded; else server
// More: HTCONF_EDITOR_GREP (only the tests that match), HTCONF_EDITOR_VERBOSE=1 (the log of the workbench too).
import { emptyTally } from '../../tools/tally.mjs';
import { findDesktop, runOnDesktop } from './run-desktop.mjs';
import { runOnServer } from './run-server.mjs';
import { whyNoHost } from './host-server.mjs';
import { bundleSuite } from './suite-bundle.mjs';

/** @typedef {import('../../tools/tally.mjs').Tally} Tally */

/** @returns {Promise<Tally>} */
export async function runEditorSuite() {
  const wanted = process.env['HTCONF_EDITOR'] ?? 'auto';
  if (!['auto', 'desktop', 'server'].includes(wanted))
    throw new Error(`HTCONF_EDITOR=${wanted}: auto, desktop or server`);
  const testsPath = await bundleSuite();
  const desktop = wanted === 'server' ? undefined : await findDesktop({ required: wanted === 'desktop' });
  if (desktop) return resultOf(await runOnDesktop(desktop, testsPath));
  const reason = whyNoHost();
  if (reason)
    return { passed: 0, failed: 0, skipped: [{ name: 'editor', reason: `${reason}; set VSCODE_EXECUTABLE_PATH` }] };
  return resultOf(await runOnServer(testsPath));
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
