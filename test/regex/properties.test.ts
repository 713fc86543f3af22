import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { checkRegex } from '../../server/src/engine/kinds/regex/check.ts';
import { readTable } from '../engine/readTable.ts';

const rows = readTable('regex').map(({ text }) => text);

/** Pieces of the patterns of the table, other characters between them. */
const patterns = fc
  .array(fc.oneof(fc.constantFrom(...rows, ...rows.join('')), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

suite('any pattern', () => {
  test('is cut into parts without gaps, up to its end or a fault', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const { tokens, fault } = checkRegex(pattern);
        assert.ok(tokens.every(({ span }, index) => span.start === (tokens[index - 1]?.span.end ?? 0)));
        assert.ok(tokens.every(({ span }) => span.start < span.end));
        const end = tokens.at(-1)?.span.end ?? 0;
        assert.ok(fault !== undefined || pattern.includes('(?[') || end === pattern.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('marks a fault within it', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const { fault } = checkRegex(pattern);
        assert.ok(!fault || (0 <= fault.span.start && fault.span.start < fault.span.end));
        assert.ok(!fault || fault.span.end <= pattern.length);
      }),
      { numRuns: 2000 },
    );
  });
});

/** With work that grows with the square of the length, this would take hours. */
const LENGTH = 1_000_000;

suite('a pattern of a million characters is read', () => {
  const beginnings = ['', '(?', '[', '[[:', '(?C"', '\\p{', '(?1(', '(*:', '(?x)#', '\\g{'];
  const pieces = [
    '(',
    '(?:)',
    '[',
    '[[:',
    '[[.[=',
    '\\',
    '\\Q',
    '\\E',
    '(?i)',
    '{',
    '{1',
    'a{1}',
    '*',
    'a|',
    '\\1',
    '(?#',
    '1,',
    'i',
  ];
  for (const beginning of beginnings) {
    test(`that begins with ${beginning || 'nothing'}`, () => {
      for (const piece of pieces) {
        const { tokens } = checkRegex(beginning + piece.repeat(LENGTH / piece.length));
        assert.ok(tokens.length <= LENGTH);
      }
    });
  }
});
