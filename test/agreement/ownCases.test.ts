import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { casesOf, groups } from './ownCases.ts';

const kinds = new Set([
  'address',
  'argument-count',
  'authorization-without-effect',
  'build',
  'context',
  'define-name',
  'directory-missing',
  'error-directive',
  'expression',
  'flag',
  'keyword',
  'methods',
  'mixed-signs',
  'no-mpm',
  'provider',
  'proxy-worker',
  'section-bracket',
  'section-empty',
  'section-mismatched',
  'section-order',
  'section-unclosed',
  'section-unopened',
  'unknown-command',
  'version',
]);

suite('the tables of the cases', () => {
  const cases = groups().flatMap(casesOf);

  for (const group of groups()) {
    test(`${group} lists each of its files once`, () => {
      const files = readdirSync(`test/agreement/cases/${group}`).filter((file) => file.endsWith('.conf'));
      const listed = casesOf(group).map(({ id }) => `${id.slice(group.length + 1)}.conf`);
      assert.deepEqual(listed.sort(), files.sort());
    });
  }

  test('hold the cases that were recorded', () => {
    const rejected = cases.filter(({ verdict }) => verdict.refusedAt !== undefined);
    assert.deepEqual([cases.length, rejected.length], [528, 345]);
  });

  test('name the kind of each refusal, and of nothing else', () => {
    for (const { id, kind, verdict } of cases)
      assert.equal(kinds.has(kind), verdict.refusedAt !== undefined, `${id}: "${kind}"`);
  });

  test('name lines that the files have', () => {
    for (const { id, text, verdict } of cases)
      for (const line of verdict.lines) assert.ok(line >= 1 && line <= text.split('\n').length, `${id}: ${line}`);
  });

  test('leave no placeholder in a text', () => {
    for (const { id, text, prelude } of cases) assert.doesNotMatch(prelude + text, /@[A-Z]+@/, id);
  });

  test('give every prelude whole lines', () => {
    for (const { id, prelude } of cases) assert.match(prelude, /^$|\n$/, id);
  });
});
