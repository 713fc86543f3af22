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
 * Where everything can be had (Linux with CI=true), a skip is a failure: else a suite could be lost without anybody seeing
 * it. Only suites over the further cases beside the checkout may be left out; their reason names HTCONF_CASES.
 * @param {Tally} tally
 * @param {{ platform: string, ci: boolean }} where
 * @returns {Tally}
 */
export function withSkipsJudged(tally, { platform, ci }) {
  if (platform !== 'linux' || !ci) return tally;
  const allowed = tally.skipped.filter(({ reason }) => reason.includes('HTCONF_CASES'));
  return { ...tally, failed: tally.failed + tally.skipped.length - allowed.length, skipped: allowed };
}

/**
 * The last line of npm test.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
