import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import { oldNames } from '../../server/src/engine/catalogue/data/index.ts';
import type { Entry } from '../../server/src/engine/catalogue/entry.ts';
import { keyOf } from '../../server/src/engine/catalogue/load.ts';

test('the states are as httpd 2.4 treats the names', () => {
  const states = oldNames.map((old) => old.state);
  const counted = ['refused', 'deprecated', 'no-op', 'renamed'].map(
    (state) => states.filter((s) => s === state).length,
  );
  assert.deepEqual(counted, [107, 13, 4, 3]);
  assert.equal(entryOf('rewritelog')?.state, 'refused');
  assert.equal(entryOf('order')?.state, 'deprecated');
  assert.equal(entryOf('namevirtualhost')?.state, 'no-op');
  assert.equal(entryOf('maxclients')?.state, 'renamed');
  assert.equal(entryOf('maxrequestworkers')?.state, undefined);
});

test('what takes the place of an old name is a directive of today', () => {
  for (const old of oldNames) {
    for (const name of old.replacement) assert.notEqual(today(name).state, 'refused', `${old.name}: ${name}`);
  }
});

test('a new name alone is enough only where both take the same number of arguments', () => {
  const renames = oldNames.filter((old) => old.rename !== undefined);
  assert.ok(renames.length > 20);
  for (const { name, rename, replacement, args } of renames) {
    assert.ok(rename !== undefined && replacement.includes(rename), name);
    assert.equal(today(rename).section, name.startsWith('<'), name);
    if (args === 'TAKE1') assert.ok((today(rename).minArgs ?? 0) <= 1, name);
    if (args === 'FLAG') assert.equal(today(rename).args, 'FLAG', name);
  }
});

test('the lines to write instead begin with directives of today', () => {
  for (const { name, instead } of oldNames) {
    for (const line of instead?.split('\n') ?? []) {
      const word = /^\s*<?\/?(\w+)/.exec(line)?.[1] ?? '';
      const key = `${line.trimStart().startsWith('<') ? '<' : ''}${word.toLowerCase()}`;
      assert.equal(today(key).old, undefined, `${name}: ${line}`);
    }
  }
});

test('every old name says in a sentence what to do', () => {
  for (const { name, note } of oldNames) {
    assert.match(note, /^[A-Z<].*\.$|^httpd .*\.$|^mod_.*\.$/, name);
    assert.ok(note.length < 200, `${name}: ${note.length} letters`);
  }
});

function today(name: string): Entry {
  const entry = entryOf(keyOf(name));
  assert.ok(entry, name);
  return entry;
}
