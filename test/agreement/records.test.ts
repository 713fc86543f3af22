import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Verdict } from '../support/oracle/oracle.ts';
import type { Case } from './case.ts';
import { isSince, keyOf, recorded, staleRecords } from './records.ts';

const one: Case = {
  id: 'group/one',
  group: 'group',
  input: { text: 'Bogus\n', kind: 'main', prelude: 'ServerName a\n', environment: {}, defines: [] },
  steps: 'configtest',
  before: 'ServerName a\n',
  uri: 'file:///srv/httpd/httpd.conf',
  settings: {},
  untold: '',
  tags: [],
  since: '',
};

const refused: Verdict = {
  accepted: false,
  refusedAt: 'configtest',
  line: 1,
  kind: 'unknown-command',
  message: 'what httpd says',
  fault: 'configuration',
};

suite('what is written down of a verdict', () => {
  test('is all but the words', () => {
    const kept = { case: 'group/one', refusedAt: 'configtest', line: 1, kind: 'unknown-command' };
    assert.deepEqual(recorded(one, refused), kept);
    assert.deepEqual(recorded(one, { ...refused, fault: 'environment' }), { ...kept, fault: 'environment' });
    assert.deepEqual(recorded(one, { accepted: true, message: '', fault: 'configuration' }), { case: 'group/one' });
  });

  test('goes with all that httpd reads, and with nothing else', () => {
    const others: readonly Case[] = [
      { ...one, input: { ...one.input, text: 'Bogus\n\n' } },
      { ...one, input: { ...one.input, prelude: 'ServerName b\n' } },
      { ...one, input: { ...one.input, defines: ['A'] } },
      { ...one, input: { ...one.input, environment: { A: 'b' } } },
      { ...one, input: { ...one.input, files: { 'a.conf': '' } } },
      { ...one, input: { ...one.input, kind: 'htaccess' } },
      { ...one, input: { ...one.input, encoding: 'latin1' } },
      { ...one, steps: 'start' },
    ];
    assert.equal(new Set([one, ...others].map(keyOf)).size, others.length + 1);
    assert.equal(keyOf({ ...one, id: 'group/two', tags: [1] }), keyOf(one));
  });

  test('is stale when it is missing, superfluous, or about a case of another name', () => {
    const records = { httpd: '2.4.62', verdicts: { [keyOf(one)]: recorded(one, refused) } };
    const changed = { ...one, input: { ...one.input, text: 'Bogus a\n' } };
    assert.deepEqual(staleRecords(records, [one]), []);
    assert.equal(staleRecords(records, [one, changed]).length, 1);
    assert.equal(staleRecords(records, []).length, 1);
    assert.equal(staleRecords(records, [changed]).length, 2);
    assert.equal(staleRecords(records, [{ ...one, id: 'group/two' }]).length, 1);
  });
});

test('a verdict may hold from one version of httpd on', () => {
  assert.deepEqual(
    ['2.4.9', '2.4.62', '2.4.69', '2.4.71'].map((version) => isSince(version, '2.4.69')),
    [false, false, true, true],
  );
  assert.ok(isSince('2.4.1', ''));
});
