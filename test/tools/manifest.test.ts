import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manifestWithTexts } from '../../tools/docs/manifest.ts';

test('keys of the manifest stand for texts, at any depth', () => {
  assert.deepEqual(manifestWithTexts('{"a": ["%b.c%", "100%"]}', '{"b.c": "Text"}'), { a: ['Text', '100%'] });
});

test('a key without text is named, and a text without key', () => {
  assert.throws(() => manifestWithTexts('{"a": "%b%"}', '{}'), /no text for b$/);
  assert.throws(() => manifestWithTexts('{"a": "c"}', '{"b": "Text"}'), /nothing in package\.json uses b$/);
});
