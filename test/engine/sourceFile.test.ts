import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { fileText, openFile, withEdits, type Edit, type SourceFile } from '../../server/src/engine/engine.ts';
import type { Chunk, LineRef } from '../../server/src/engine/syntax/chunk.ts';
import { lineAfter, lineAt, lineOffset } from '../../server/src/engine/syntax/sourceFile.ts';
import { editOf, freeEdits, texts } from './properties/edits.ts';

const SIZE = 4;

/** A file of numbered lines, `line 0` and so on, each 8 units long. */
function numbered(count: number): SourceFile {
  const lines = Array.from({ length: count }, (_, i) => `line ${String(i).padStart(2, '0')}\n`);
  return openFile('file:///a.conf', 1, lines.join(''), SIZE);
}

/** Replaces `length` units from the beginning of a numbered line on. */
function atLine(number: number, length: number, text: string): Edit {
  return { span: { start: number * 8, end: number * 8 + length }, text };
}

/** Numbers of the chunks of the old file that the new one does not share. */
function lostChunks(before: SourceFile, after: SourceFile): number[] {
  const kept = new Set<Chunk>(after.chunks);
  return before.chunks.flatMap((chunk, i) => (kept.has(chunk) ? [] : [i]));
}

suite('an edit makes new chunks where it touches, and shares all others', () => {
  const before = numbered(40);
  const cases: readonly (readonly [name: string, edits: readonly Edit[], lost: readonly number[]])[] = [
    ['within a line', [atLine(17, 4, 'LINE')], [4]],
    ['nothing', [atLine(17, 0, '')], [4]],
    ['a new line within a chunk', [atLine(17, 0, 'new\n')], [4]],
    ['text between two chunks belongs to the second', [atLine(16, 0, 'x')], [4]],
    ['at the very beginning', [atLine(0, 0, 'x')], [0]],
    ['at the very end', [atLine(40, 0, 'x')], [9]],
    ['over a border', [{ span: { start: 15 * 8 + 2, end: 16 * 8 + 2 }, text: '' }], [3, 4]],
    ['a line that now goes on into the next chunk', [atLine(19, 7, 'line 19\\')], [4, 5]],
    ['two edits of one message', [atLine(1, 0, 'x'), atLine(30, 1, '')], [0, 7]],
    ['what is left of a chunk is put to the one before it', [atLine(16, 3 * 8, '')], [3, 4]],
    ['a large paste', [atLine(17, 0, 'new\n'.repeat(50))], [4]],
  ];
  for (const [name, edits, lost] of cases) {
    test(name, () => assert.deepEqual(lostChunks(before, withEdits(before, 2, edits)), lost));
  }

  test('a chunk whose lines all go away leaves nothing', () => {
    const after = withEdits(before, 2, [atLine(16, 4 * 8, '')]);
    assert.equal(after.chunks.length, before.chunks.length - 1);
    assert.equal(fileText(after), fileText(before).replace(/line 1[6-9]\n/g, ''));
  });

  test('all text can go, and come again', () => {
    const empty = withEdits(before, 2, [atLine(0, 40 * 8, '')]);
    assert.deepEqual(empty.chunks, []);
    assert.equal(fileText(withEdits(empty, 3, [atLine(0, 0, 'a\nb')])), 'a\nb');
  });

  test('edits of one message are applied one after the other', () => {
    const after = withEdits(openFile('file:///a.conf', 1, 'abc'), 2, [
      { span: { start: 0, end: 1 }, text: '' },
      { span: { start: 0, end: 1 }, text: 'xy' },
      { span: { start: 3, end: 3 }, text: '!' },
    ]);
    assert.equal(fileText(after), 'xyc!');
    assert.equal(after.version, 2);
  });
});

suite('whatever the edits', () => {
  const edited = fc
    .tuple(texts(30), fc.array(freeEdits, { maxLength: 20, size: 'max' }), fc.constantFrom(2, 4, 256))
    .map(([start, edits, size]) => {
      let file = openFile('file:///a.conf', 0, start, size);
      for (const free of edits) file = withEdits(file, file.version + 1, [editOf(fileText(file), free)]);
      return file;
    });

  test('chunks keep their size, within half and twice of it', () => {
    fc.assert(
      fc.property(edited, ({ chunks, chunkSize }) => {
        const sizes = chunks.map((chunk) => chunk.lines.length);
        assert.ok(
          sizes.every((size) => size <= 2 * chunkSize && (size >= chunkSize / 2 || chunks.length === 1)),
          String(sizes),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a line is found by its offset, and its offset by the line', () => {
    fc.assert(
      fc.property(edited, fc.nat(0xffff), (file, place) => {
        const text = fileText(file);
        const offset = Math.floor((place * (text.length + 1)) / 0x10000);
        const found = lineAt(file, offset);
        if (text === '') assert.equal(found, undefined);
        else assert.equal((lineOffset(file, found?.ref as LineRef) ?? NaN) + (found?.inLine ?? NaN), offset);
      }),
      { numRuns: 300 },
    );
  });
});

suite('lines in a file', () => {
  const file = openFile('file:///a.conf', 1, 'a\n\n\nb\n# c\n\nd\n', 2);
  const refs = file.chunks.flatMap((chunk) => chunk.lines.map((_, index): LineRef => ({ chunk, index })));

  test('the end of the file belongs to the last line', () => {
    assert.deepEqual(lineAt(file, 13), { ref: refs[6], inLine: 2 });
    assert.deepEqual(lineAt(file, 12), { ref: refs[6], inLine: 1 });
    assert.equal(lineAt(openFile('file:///b.conf', 1, ''), 0), undefined);
  });

  test('the next line of a sort is found across chunks', () => {
    const next = (from: number): LineRef | undefined =>
      lineAfter(file, refs[from] as LineRef, ({ form }) => form === 'directive');
    assert.deepEqual(
      refs.map((_, i) => next(i)),
      [refs[3], refs[3], refs[3], refs[6], refs[6], refs[6], undefined],
    );
  });

  test('a line of another version has no offset', () => {
    const after = withEdits(file, 2, [{ span: { start: 0, end: 0 }, text: 'x' }]);
    assert.equal(lineOffset(after, refs[0] as LineRef), undefined);
    assert.equal(lineOffset(after, refs[6] as LineRef), 12);
  });
});
