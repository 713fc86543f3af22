import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { explain } from './explain.ts';
import { furtherCases, furtherMissing } from './furtherCases.ts';
import { judge } from './judge.ts';
import { known } from './known.ts';
import { agreementTable } from './tally.ts';

suite('further cases', { skip: furtherMissing }, () => {
  test('no error where httpd has none', (t) => {
    const judged = furtherCases().map(judge);
    t.diagnostic(agreementTable(judged, (one) => one.case.group));
    const wrong = judged.filter(({ outcome }) => outcome === 'false-error');
    assert.deepEqual(wrong.map((one) => one.case.id).sort(), Object.keys(known.further).sort(), explain(wrong));
  });
});
