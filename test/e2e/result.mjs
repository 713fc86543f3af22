import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How a run ended: the exit code of the editor, and what the suite wrote at its end.
 * @typedef {{ code: number, tally: import('../../tools/tally.mjs').Tally | undefined }} SuiteRun
 */

/**
 * @param {string} folder the one around that which is open: there the suite writes result.json
 * @returns {SuiteRun['tally']}
 */
export function readResult(folder) {
  const file = join(folder, 'result.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
