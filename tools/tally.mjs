/**
 * What npm test counts. A skip has a reason, which its last lines name.
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Tally
 */

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((count, tally) => count + tally.passed, 0),
    failed: tallies.reduce((count, tally) => count + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: [] };
}

/**
 * With CI=true a skip is a failure: else a suite could be lost without anybody seeing it. Suites over the further cases
 * beside the checkout may be left out everywhere, and outside of Linux what those systems do not have.
 * @param {Tally} tally
 * @param {{ platform: string, ci: boolean }} where
 * @returns {Tally}
 */
export function withSkipsJudged(tally, { platform, ci }) {
  if (!ci) return tally;
  const allowed = tally.skipped.filter(platform === 'linux' ? isOfFurtherCases : isOfSystem);
  return { ...tally, failed: tally.failed + tally.skipped.length - allowed.length, skipped: allowed };
}

/** @param {Tally['skipped'][number]} skip */
function isOfFurtherCases({ reason }) {
  return reason.includes('HTCONF_CASES');
}

/** What only Linux has, or a program that npm test brings along only there: the reason of the skip names it. */
const LACKING = /\b(windows|linux|debian|httpd|pcre2test|neovim)\b/i;

/**
 * The editor itself can be had on every system.
 * @param {Tally['skipped'][number]} skip
 */
function isOfSystem({ name, reason }) {
  return isOfFurtherCases({ name, reason }) || (name !== 'editor' && LACKING.test(reason));
}

/**
 * The last line of npm test.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
