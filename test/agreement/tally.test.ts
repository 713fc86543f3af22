import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Expected, Outcome } from './compare.ts';
import type { Compared } from './compared.ts';
import { disagreements, knownOutcomes } from './known.ts';
import { byGroup, tallyTable } from './tally.ts';

const accepted: Expected = { lines: [] };
const refused: Expected = { refusedAt: 'configtest', lines: [1] };

const compared = [
  one('b/1', refused, 'agrees'),
  one('b/2', refused, 'too-many'),
  one('b/3', refused, 'elsewhere'),
  one('b/4', refused, 'missed'),
  one('b/5', refused, 'false-error'),
  one('b/6', { ...refused, fault: 'environment' }, 'agrees'),
  one('a/1', accepted, 'agrees'),
  one('a/2', accepted, 'false-error'),
];

suite('the figures of the comparison', () => {
  test('count each outcome once, a false error in a rejected text too', () => {
    const cells = tallyTable(byGroup(compared))
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .slice(1, -1),
      );
    assert.deepEqual(cells, [
      ['', 'accepted', 'falsely rejected', 'rejected', 'found at the line', 'found elsewhere', 'missed', 'not judged'],
      ['---', ...Array.from({ length: 7 }, () => '--:')],
      ['a', '2', '1', '0', '0', '0', '0', '0'],
      ['b', '0', '1', '5', '2', '1', '1', '1'],
      ['**all**', '2', '2', '5', '2', '1', '1', '1'],
    ]);
  });

  test('name what disagrees, with its outcome, by id', () => {
    const reasons = [
      { reason: 'r', outcome: 'false-error', ids: ['b/5', 'a/2'] },
      { reason: 's', outcome: 'missed', ids: ['b/4'] },
      { reason: 't', outcome: 'elsewhere', ids: ['b/3'] },
      { reason: 'u', outcome: 'too-many', ids: ['b/2'] },
    ] as const;
    assert.deepEqual(disagreements(compared), knownOutcomes(reasons));
    assert.notDeepEqual(disagreements(compared.slice(2)), knownOutcomes(reasons));
  });
});

function one(id: string, expected: Expected, outcome: Outcome): Compared {
  const [group = ''] = id.split('/');
  return {
    case: {
      id,
      group,
      input: { text: '', kind: 'main' },
      steps: 'configtest',
      before: '',
      uri: 'file:///srv/httpd/httpd.conf',
      settings: {},
      untold: '',
      tags: [],
      since: '',
    },
    expected,
    findings: [],
    outcome,
  };
}
