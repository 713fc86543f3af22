import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compareCase } from './compared.ts';
import { explain } from './explain.ts';
import { furtherMissing } from './furtherCases.ts';
import { furtherHtaccess } from './furtherHtaccess.ts';

suite('further cases of .htaccess files', { skip: furtherMissing }, () => {
  const compared = furtherMissing ? [] : furtherHtaccess().map(({ case: one, expected }) => compareCase(one, expected));

  test('an error where httpd answers with 500, and none where it does not', (t) => {
    t.diagnostic(`${String(compared.length)} cases`);
    const wrong = compared.filter(({ outcome }) => outcome !== 'agrees');
    assert.equal(wrong.length, 0, explain(wrong));
  });
});
