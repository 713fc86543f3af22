import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleFiles } from '../../server/src/engine/catalogue/data/index.ts';
import type { StoredSlot } from '../../server/src/engine/catalogue/stored.ts';
import { knownArguments } from '../../tools/catalogue/plainArguments.ts';

const stock = knownArguments(moduleFiles);

test('every argument of a directive of httpd has a kind, or a reason for being text', () => {
  const without = stock.flatMap(({ name, plain }) =>
    plain.filter(({ reason }) => reason === undefined).map(({ label }) => `${name}, ${label}`),
  );
  assert.deepEqual(without, []);
});

test('a reason stands only where there is no kind', () => {
  const needless = moduleFiles.flatMap(({ directives }) =>
    directives.filter(({ slots = [], forms = [] }) => [...slots, ...forms.flatMap((form) => form.slots)].some(isBoth)),
  );
  assert.deepEqual(needless, []);
});

/** The number may only shrink. */
const MOST_PLAIN = 23;

test('few directives of httpd have nothing but text', () => {
  const plain = stock.filter(({ typed }) => typed === 'text');
  assert.ok(plain.length <= MOST_PLAIN, `${String(plain.length)} have`);
});

function isBoth({ kind, reason }: StoredSlot): boolean {
  return kind !== undefined && reason !== undefined;
}
