import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readFixture, unmet } from './carets.ts';
import { loadGrammar, tokenize } from './tokenizer.ts';

const folder = 'test/grammar/fixtures';
const grammar = await loadGrammar();

for (const file of readdirSync(folder)) {
  test(`scopes in ${file}`, () => {
    const fixture = readFixture(readFileSync(join(folder, file), 'utf8'));
    assert.ok(fixture.expectations.length > 0, 'the file expects nothing');
    const { tokens, open } = tokenize(grammar, fixture.lines);
    assert.deepEqual(unmet(fixture, tokens), []);
    assert.equal(open, 0, 'something is still open at the end of the file');
  });
}

test('a fixture that is wrong is found', () => {
  const fixture = readFixture('Listen 80\n#<- meta.unknown\n#      ^^ -\n#^^^^^^^^^^ constant\n#      ^^ constant\n');
  assert.equal(unmet(fixture, tokenize(grammar, fixture.lines).tokens).length, 3);
});
