import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { manifestWithTexts } from '../../tools/docs/manifest.ts';

test('keys of the manifest stand for texts, at any depth', () => {
  assert.deepEqual(manifestWithTexts('{"a": ["%b.c%", "100%"]}', '{"b.c": "Text"}'), { a: ['Text', '100%'] });
});

test('a key without text is named, and a text without key', () => {
  assert.throws(() => manifestWithTexts('{"a": "%b%"}', '{}'), /no text for b$/);
  assert.throws(() => manifestWithTexts('{"a": "c"}', '{"b": "Text"}'), /nothing in package\.json uses b$/);
});

test('files that the manifest names are there', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const names = [...manifest.matchAll(/(?<=")(?:docs|syntaxes)\/[^"]+|\.\/[\w.-]+\.json(?=")/g)].map(([name]) => name);
  assert.ok(names.includes('docs/images/icon.png'));
  assert.deepEqual(
    names.filter((name) => !existsSync(name)),
    [],
  );
});
