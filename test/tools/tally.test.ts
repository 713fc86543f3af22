import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastLine, sum, withSkipsJudged } from '../../tools/tally.mjs';

const httpd = { name: 'agreement', reason: 'no httpd can be had' };
const further = { name: 'further cases', reason: 'HTCONF_CASES: there is no folder ../shared' };

test('the last line names skips only where there are some', () => {
  assert.equal(lastLine({ passed: 3, failed: 0, skipped: [] }), '3 passed, 0 failed');
  assert.equal(lastLine({ passed: 3, failed: 1, skipped: [httpd] }), '3 passed, 1 failed, 1 skipped');
});

test('figures add up', () => {
  const one = { passed: 1, failed: 2, skipped: [httpd] };
  assert.deepEqual(sum([one, one]), { passed: 2, failed: 4, skipped: [httpd, httpd] });
});

test('on Linux with CI=true a skip is a failure, except further cases', () => {
  const tally = { passed: 1, failed: 0, skipped: [httpd, further] };
  assert.deepEqual(withSkipsJudged(tally, { platform: 'linux', ci: true }), {
    passed: 1,
    failed: 1,
    skipped: [further],
  });
  assert.deepEqual(withSkipsJudged(tally, { platform: 'linux', ci: false }), tally);
});

test('on macOS and Windows with CI=true a skip is a failure, except what only Linux has', () => {
  const links = { name: 'links', reason: 'links need a right that users of Windows seldom have' };
  const editor = { name: 'editor', reason: 'the server build of VS Code is for Linux' };
  const engine = { name: 'an engine', reason: 'no reason given' };
  const tally = { passed: 1, failed: 0, skipped: [httpd, further, links, editor, engine] };
  const judged = { passed: 1, failed: 2, skipped: [httpd, further, links] };
  for (const platform of ['darwin', 'win32']) {
    assert.deepEqual(withSkipsJudged(tally, { platform, ci: true }), judged);
    assert.deepEqual(withSkipsJudged(tally, { platform, ci: false }), tally);
  }
});
