import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { recognise } from '../../server/src/engine/features/index.ts';

/** Files as people have them, in a folder for each answer. */
const FOLDER = resolve('test/features/fixtures/recognise');

const ANSWERS = { httpd: 'httpd', nginx: 'nginx', other: undefined } as const;

for (const [folder, expected] of Object.entries(ANSWERS)) {
  suite(`recognised by what they say: ${folder}`, () => {
    for (const name of readdirSync(join(FOLDER, folder)).sort()) {
      test(name, () => {
        assert.equal(recognise(readFileSync(join(FOLDER, folder, name), 'utf8')), expected);
      });
    }
  });
}

suite('recognised by what they say: parts of files', () => {
  test('the beginning of a text is enough, where it says enough', () => {
    const text = readFileSync(join(FOLDER, 'httpd/proxy.conf'), 'utf8');
    assert.equal(recognise(text.slice(0, -10)), 'httpd');
    assert.equal(recognise(text.slice(0, 5)), undefined);
  });

  test('an nginx block in a comment is none', () => {
    assert.equal(recognise('# server {\n<Directory /srv>\nAllowOverride None\n</Directory>\n'), 'httpd');
  });

  test('no text at all', () => {
    assert.equal(recognise(''), undefined);
  });
});
