import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/cli/unifiedDiff.ts';
import { applyEdits, type Edit } from '../../server/src/engine/base/span.ts';

const HEAD = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/;

/** Applies hunks as `patch` does, and checks every line that they claim to know. */
function patched(text: string, diff: string): string {
  const old = linesOf(text);
  const result: string[] = [];
  let at = 0;
  for (const { from, count, to, added, rows } of hunksOf(diff)) {
    const start = count === 0 ? from : from - 1;
    result.push(...old.slice(at, start));
    assert.equal(result.length, added === 0 ? to : to - 1);
    const before = rows.filter(([sign]) => sign !== '+').map(([, line]) => line);
    const after = rows.filter(([sign]) => sign !== '-').map(([, line]) => line);
    assert.deepEqual(before, old.slice(start, start + count));
    assert.equal(after.length, added);
    result.push(...after);
    at = start + count;
  }
  return [...result, ...old.slice(at)].join('');
}

interface Hunk {
  readonly from: number;
  readonly count: number;
  readonly to: number;
  readonly added: number;
  readonly rows: (readonly [sign: string, line: string])[];
}

function hunksOf(diff: string): Hunk[] {
  const hunks: Hunk[] = [];
  for (const line of linesOf(diff.replaceAll('\n\\ No newline at end of file\n', '\0'))) {
    for (const row of line.split(/(?<=\0)/)) {
      const head = HEAD.exec(row.trimEnd());
      const rows = hunks.at(-1)?.rows ?? [];
      if (!head) rows.push([row.slice(0, 1), row.slice(1).replace('\0', '')]);
      else {
        const [from = 0, count = 0, to = 0, added = 0] = head.slice(1).map(Number);
        hunks.push({ from, count, to, added, rows: [] });
      }
    }
  }
  return hunks;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

const piece = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r'), maxLength: 6 });

/** A text, and edits of it in order that do not overlap. */
const change = fc.tuple(fc.array(piece), fc.array(piece)).map(([kept, put]) => {
  const edits: Edit[] = [];
  let text = '';
  kept.forEach((part, index) => {
    const replaced = put[index];
    if (index % 2 === 1 && replaced !== undefined) {
      edits.push({ span: { start: text.length, end: text.length + part.length }, text: replaced });
    }
    text += part;
  });
  return { text, edits };
});

test('hunks applied to the text before give the text after', () => {
  fc.assert(
    fc.property(change, ({ text, edits }) => {
      const after = applyEdits(text, edits);
      assert.equal(patched(text, unifiedDiff(text, after, edits)), after);
    }),
    { numRuns: 2000 },
  );
});

test('changes far from each other stand in hunks of their own, with three lines around', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `line ${String(i + 1)}\n`);
  const text = lines.join('');
  const edits = [0, 10, 29].map((index) => {
    const start = lines.slice(0, index).join('').length;
    return { span: { start, end: start + 4 }, text: 'LINE' };
  });
  const diff = unifiedDiff(text, applyEdits(text, edits), edits);
  assert.deepEqual(diff.match(/^@@.*@@$/gm), ['@@ -1,4 +1,4 @@', '@@ -8,7 +8,7 @@', '@@ -27,4 +27,4 @@']);
});
