import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Outcome } from './compare.ts';
import type { Judged } from './judge.ts';
import { disagreements } from './known.ts';
import { agreementTable, shareFound } from './tally.ts';

const judged = [
  one('a/1', true, 'agrees'),
  one('a/2', true, 'false-error'),
  one('b/1', false, 'agrees'),
  one('b/2', false, 'too-many'),
  one('b/3', false, 'elsewhere'),
  one('b/4', false, 'missed'),
];

suite('the figures of the comparison', () => {
  test('count each outcome, a false error in a rejected text too', () => {
    const more = [...judged, one('b/5', false, 'false-error')];
    const cells = agreementTable(more, ({ case: { group } }) => group)
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/));
    assert.deepEqual(cells, [
      ['accepted', 'false error', 'rejected', 'at the line', 'too many', 'elsewhere', 'missed'],
      ['a', '2', '1', '0', '0', '0', '0', '0'],
      ['b', '0', '1', '5', '2', '1', '1', '1'],
      ['all', '2', '2', '5', '2', '1', '1', '1'],
    ]);
  });

  test('give the share of the rejected with an error on the line', () => {
    assert.equal(shareFound(judged), 0.5);
  });

  test('name what disagrees, with its outcome', () => {
    assert.deepEqual(disagreements(judged), {
      'a/2': 'false-error',
      'b/2': 'too-many',
      'b/3': 'elsewhere',
      'b/4': 'missed',
    });
  });
});

function one(id: string, isAccepted: boolean, outcome: Outcome): Judged {
  const verdict = isAccepted ? { lines: [] } : ({ refusedAt: 'configtest', lines: [1] } as const);
  const [group = ''] = id.split('/');
  return {
    case: { id, group, text: '', prelude: '', environment: {}, defines: [], verdict, kind: '' },
    findings: [],
    outcome,
  };
}
