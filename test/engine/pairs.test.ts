import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { openFile, type SourceFile } from '../../server/src/engine/engine.ts';
import type { LineRef } from '../../server/src/engine/syntax/chunk.ts';
import { enclosingTags, partnerOf } from '../../server/src/engine/syntax/enclosing.ts';
import { pairingOf } from '../../server/src/engine/syntax/pairs.ts';
import { readTable } from './readTable.ts';

/** Chunk sizes: each line alone, some lines, all lines. */
const SIZES = [1, 2, 3, 1000];

function opened(tags: readonly string[], chunkSize: number): SourceFile {
  return openFile('file:///a.conf', 0, tags.map((tag) => `${tag}\n`).join(''), chunkSize);
}

/** Every line of a file in order, with the number by which a person calls it. */
function lineRefs(file: SourceFile): LineRef[] {
  return file.chunks.flatMap((chunk) => chunk.lines.map((_, index) => ({ chunk, index })));
}

function numberOf(refs: readonly LineRef[], ref: LineRef): number {
  return refs.findIndex(({ chunk, index }) => chunk === ref.chunk && index === ref.index) + 1;
}

/** One entry for each pair and each tag without partner. */
function shownPairs(file: SourceFile): string[] {
  const refs = lineRefs(file);
  return refs.flatMap((ref, i) => {
    const pairs = file.pairs[file.chunks.indexOf(ref.chunk)];
    if (!pairs) return [];
    const { kind, partner } = pairingOf(pairs, ref.chunk, ref.index);
    if (!partner) return [`${String(i + 1)} ${kind}`];
    const other = numberOf(refs, partner);
    if (other < i + 1) return [];
    return [`${String(i + 1)}-${String(other)} ${kind}${crossedBy(file, refs, other)}`];
  });
}

/** The closing tag that ends an outer section before the one that ends on a line. */
function crossedBy(file: SourceFile, refs: readonly LineRef[], number: number): string {
  const closing = refs[number - 1];
  const name = closing?.chunk.lines[closing.index]?.key.slice(2);
  const kinds = file.pairs.flatMap(({ crosses }, i) =>
    [...crosses].map(([index, crossed]) => ({ chunk: file.chunks[i], index, crossed })),
  );
  const by = kinds.find(({ crossed }) => crossed === name);
  return by?.chunk ? ` by ${String(numberOf(refs, { chunk: by.chunk, index: by.index }))}` : '';
}

suite('pairs of tags', () => {
  for (const { name, text, expected } of readTable('pairs')) {
    test(name, () => {
      for (const size of SIZES) assert.equal(shownPairs(opened(text.split(' '), size)).join(', '), expected);
    });
  }

  test('do not depend on where the chunks are cut', () => {
    const names = fc.constantFrom('a', 'b', 'directory', 'directry', 'macro', 'luahookfixups', 'perl');
    const tags = fc.tuple(fc.constantFrom('<', '</'), names).map(([bracket, name]) => `${bracket}${name}>`);
    const views = (list: readonly string[], size: number) => {
      const file = opened(list, size);
      const refs = lineRefs(file);
      return refs.map((ref) => {
        const pairs = file.pairs[file.chunks.indexOf(ref.chunk)];
        if (!pairs) return undefined;
        const { kind, pops, partner } = pairingOf(pairs, ref.chunk, ref.index);
        return [kind, pops, partner && numberOf(refs, partner), pairs.crosses.get(ref.index)];
      });
    };
    fc.assert(
      fc.property(
        fc.array(tags, { minLength: 2, maxLength: 16, size: 'max' }),
        fc.integer({ min: 1, max: 5 }),
        (list, size) => {
          assert.deepEqual(views(list, size), views(list, 1000));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

suite('the tags around a line', () => {
  /** For each line the lines of the opening tags around it, innermost first. */
  function shownAround(tags: string, size: number): string {
    const file = opened(tags.split(' '), size);
    const refs = lineRefs(file);
    return refs.map((ref) => [...enclosingTags(file, ref)].map((tag) => numberOf(refs, tag)).join('')).join(' ');
  }

  const cases = [
    ['sections in sections', '<a> x <b> x </b> x </a> x', ' 1 1 31 31 1 1 '],
    ['a tag without end encloses what follows', '<a> <b> x </a> x', ' 1 21 21 '],
    ['a section that ends behind the end of the one around it', '<a> <b> </a> x </b> x', ' 1 21   '],
  ] as const;
  for (const [name, tags, expected] of cases) {
    test(name, () => {
      for (const size of SIZES) assert.equal(shownAround(tags, size), expected);
    });
  }

  test('a tag and its partner know each other', () => {
    const file = opened(['<a>', 'x', '<b>', '</b>', '</a>'], 2);
    const refs = lineRefs(file);
    const partners = refs.map((ref) => partnerOf(file, ref)).map((ref) => ref && numberOf(refs, ref));
    assert.deepEqual(partners, [5, undefined, 4, 3, 1]);
  });
});
