import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { fileText, openFile } from '../../../server/src/engine/engine.ts';
import { lexLines, textOf } from '../../../server/src/engine/syntax/line.ts';
import { texts } from './edits.ts';

/** Every string: lone surrogates, NUL, CR and the byte order mark are often among its units. */
const strings = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'\0\r\n\n\\\\\ufeff\ud800<>"#$'.split('')),
  ),
  maxLength: 60,
});

function assertLossless(text: string): void {
  const lines = lexLines(text);
  assert.equal(lines.map(({ raw }) => raw).join(''), text);
  assert.equal(
    lines.slice(0, -1).every(({ raw }) => raw.endsWith('\n')),
    true,
  );
  const feeds = text.split('\n').length - 1;
  const physical = lines.reduce((sum, line) => sum + line.physical, 0);
  assert.equal(physical, text === '' || text.endsWith('\n') ? feeds : feeds + 1);
  assert.equal(
    lines.every((line) => !/[\n\0]/.test(textOf(line).text)),
    true,
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

suite('no text is lost: the lines joined are the text', () => {
  test('of any string', () => {
    fc.assert(fc.property(strings, assertLossless), { numRuns: 5000 });
  });

  test('of lines that are hard to read', () => {
    fc.assert(fc.property(texts(30), assertLossless), { numRuns: 500 });
  });

  test('of a file in chunks of any size', () => {
    fc.assert(
      fc.property(fc.oneof(strings, texts(30)), fc.integer({ min: 1, max: 10 }), (text, size) => {
        assert.equal(fileText(openFile('file:///a.conf', 0, text, size)), text);
      }),
      { numRuns: 1000 },
    );
  });

  test('of every beginning of every sample', () => {
    const files = [...filesBelow('samples'), ...filesBelow('test/agreement/cases')];
    assert.ok(files.length > 10);
    for (const file of files) {
      const text = readFileSync(file, 'latin1').slice(0, 3000);
      for (let end = 0; end <= text.length; end++) assertLossless(text.slice(0, end));
    }
  });
});
