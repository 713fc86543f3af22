import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { explain } from './explain.ts';
import { judge, type Judged } from './judge.ts';
import { disagreements, known, knownOutcomes } from './known.ts';
import { casesOf, groups } from './ownCases.ts';
import { agreementTable, shareFound } from './tally.ts';

/** Of the rejected cases, the share that must have an error on a line that httpd names. */
const floor = 0.97;

suite('the cases, as the real httpd judges them', () => {
  const judged = groups().flatMap(casesOf).map(judge);

  for (const group of groups()) {
    const here = judged.filter((one) => one.case.group === group);
    test(`${group}: ${here.length} cases`, () => {
      assert.deepEqual(disagreements(here), knownOutcomes(known.cases, group), explain(here));
    });
  }

  test('no error where httpd has none', () => {
    assert.deepEqual(ids(judged.filter(({ outcome }) => outcome === 'false-error')), []);
  });

  test('an error on the line that httpd names', (t) => {
    t.diagnostic(agreementTable(judged, (one) => one.case.group));
    t.diagnostic(agreementTable(judged, (one) => one.case.kind || '(accepted)'));
    assert.ok(shareFound(judged) >= floor, `${shareFound(judged)} of the rejected, less than ${floor}`);
  });

  test('nothing is found in the lines before a case', () => {
    assert.deepEqual(ids(judged.filter(({ findings }) => findings.some(({ line }) => line < 1))), []);
  });

  test('every known disagreement is about a case that is there', () => {
    const there = new Set(ids(judged));
    assert.deepEqual(
      Object.keys(known.cases).filter((id) => !there.has(id)),
      [],
    );
  });
});

function ids(judged: readonly Judged[]): readonly string[] {
  return judged.map((one) => one.case.id);
}
