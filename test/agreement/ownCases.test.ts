import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { suite, test } from 'node:test';
import { casesOf, groups } from './ownCases.ts';
import { keyOf } from './records.ts';

suite('the tables of the cases', () => {
  const cases = groups().flatMap(casesOf);

  for (const group of groups()) {
    test(`${group} lists each of its files once`, () => {
      const files = readdirSync(`test/agreement/cases/${group}`).filter((file) => /\.(conf|htaccess)$/.test(file));
      const listed = casesOf(group).map(({ id, input }) => `${id.slice(group.length + 1)}${ends[input.kind]}`);
      assert.deepEqual(listed.sort(), files.sort());
    });

    test(`${group} has no case twice`, () => {
      const here = casesOf(group);
      assert.equal(new Set(here.map(keyOf)).size, here.length);
    });
  }

  test('name lines that the files have', () => {
    for (const { id, input, tags } of cases)
      for (const line of tags) assert.ok(line >= 1 && line <= input.text.split('\n').length, `${id}: ${line}`);
  });

  test('give every prelude whole lines', () => {
    for (const { id, input } of cases) assert.match(input.prelude ?? '', /^$|\n$/, id);
  });
});

const ends = { main: '.conf', htaccess: '.htaccess' } as const;
