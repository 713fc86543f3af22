import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { isNear, nearNames } from '../../server/src/engine/base/spelling.ts';

/** Optimal string alignment distance by the table of all beginnings. */
function tableDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swap));
    }
  }
  return at(a.length, b.length);
}

/** Few letters, so that words are often alike. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });

test('a near miss is one slip away, or two where the right name has eight letters or more', () => {
  fc.assert(
    fc.property(words, words, (word, name) => {
      const most = name.length >= 8 ? 2 : 1;
      const slips = tableDistance(word, name);
      assert.equal(isNear(word, name), slips > 0 && slips <= most);
    }),
    { numRuns: 20_000 },
  );
});

test('the near names of a word are those within a slip or two, in any letter case, the nearest first', () => {
  fc.assert(
    fc.property(words, fc.uniqueArray(words, { maxLength: 20 }), (word, names) => {
      const slipsTo = (name: string): number => tableDistance(word, name);
      const near = names.filter((name) => slipsTo(name) <= (name.length >= 8 ? 2 : 1));
      const found = nearNames(word.toUpperCase(), names);
      assert.deepEqual([...found].sort(), near.sort());
      assert.deepEqual(
        found.map(slipsTo),
        found.map(slipsTo).sort((a, b) => a - b),
      );
    }),
    { numRuns: 2000 },
  );
});

suite('slips of the pen', () => {
  const slips = [
    ['LoadModul', 'LoadModule'],
    ['LoadMoudle', 'LoadModule'],
    ['LaodMoudle', 'LoadModule'],
    ['Directry', 'Directory'],
    ['Fils', 'Files'],
    ['Filles', 'Files'],
  ] as const;
  for (const [word, name] of slips) test(`${word} is near ${name}`, () => assert.equal(isNear(word, name), true));
  const others = [
    ['Fls', 'Files'],
    ['Files', 'Files'],
    ['Locate', 'Location'],
  ] as const;
  for (const [word, name] of others) test(`${word} is not near ${name}`, () => assert.equal(isNear(word, name), false));
});

test('names of any length are compared: the work does not grow with their product', () => {
  const long = 'abcdefgh'.repeat(250_000);
  assert.equal(isNear(`${long}x${long}`, `${long}y${long}`), true);
  assert.equal(isNear(`${long}xyz${long}`, `${long}${long}`), false);
});
