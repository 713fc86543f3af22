import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compareCase } from './compared.ts';
import { explain } from './explain.ts';
import { furtherMissing } from './furtherCases.ts';
import { furtherHtaccess } from './furtherHtaccess.ts';

/** What is not found yet: expressions, codes of responses, patterns. */
const KNOWN = ['if_filefunc', 'nonfatal_badvalue', 'rewrite', 'rewritecond_f'];

suite('further cases of .htaccess files', { skip: furtherMissing }, () => {
  const compared = furtherMissing ? [] : furtherHtaccess().map(({ case: one, expected }) => compareCase(one, expected));

  test('an error where httpd answers with 500, and none where it does not', (t) => {
    t.diagnostic(`${String(compared.length)} cases`);
    const wrong = compared.filter(({ outcome }) => outcome !== 'agrees');
    assert.deepEqual(
      wrong.map((one) => one.case.id.replace('htaccess/', '')),
      KNOWN,
      explain(wrong),
    );
  });
});
