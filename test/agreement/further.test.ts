import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compareCase } from './compared.ts';
import { explain } from './explain.ts';
import { furtherCases, furtherMissing } from './furtherCases.ts';

suite('further cases', { skip: furtherMissing }, () => {
  test('no error where httpd has none', (t) => {
    const compared = furtherCases().map(({ case: one, expected }) => compareCase(one, expected));
    t.diagnostic(`${compared.length} cases`);
    const wrong = compared.filter(({ outcome }) => outcome === 'false-error');
    assert.equal(wrong.length, 0, explain(wrong));
  });
});
