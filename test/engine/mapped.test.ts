import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  offsetAt,
  replaced,
  slice,
  sourceSpan,
  touchesHole,
  verbatim,
  type Mapped,
  type Replacement,
} from '../../server/src/engine/base/mapped.ts';
import type { Span } from '../../server/src/engine/base/span.ts';

/** A text as a list of its units, each with the range of the source that it came from. */
type Units = readonly { readonly unit: string; readonly source: Span }[];

/** A text made in some steps, in the way that is tested and as units. */
interface Made {
  readonly source: string;
  readonly mapped: Mapped;
  readonly units: Units;
}

interface FreeChange {
  /** Cuts out, or replaces, what lies between each second and third of these places, counted in 1/256 of the text. */
  readonly places: readonly number[];
  readonly text: string;
  readonly how: 'replace' | 'slice';
}

const changes: fc.Arbitrary<readonly FreeChange[]> = fc.array(
  fc.record({
    places: fc.array(fc.nat(255), { minLength: 2, maxLength: 10 }),
    text: fc.string({ maxLength: 3 }),
    how: fc.constantFrom('replace', 'slice'),
  }),
  { maxLength: 5 },
);

const made = fc.tuple(fc.string({ minLength: 1, maxLength: 30 }), changes).map(([source, steps]) => {
  const units = [...source].map((unit, at) => ({ unit, source: { start: at, end: at + 1 } }));
  return steps.reduce<Made>(changed, { source, mapped: verbatim(source), units });
});

function changed(before: Made, { places, text, how }: FreeChange): Made {
  const spans = spansOf(places, before.units.length);
  const [first] = spans;
  if (!first) return before;
  if (how === 'slice')
    return { ...before, mapped: slice(before.mapped, first), units: before.units.slice(first.start, first.end) };
  const replacements = spans.map((span): Replacement => ({ span, text, what: 'variable' }));
  return { ...before, mapped: replaced(before.mapped, replacements), units: replacedUnits(before.units, replacements) };
}

function spansOf(places: readonly number[], length: number): Span[] {
  const sorted = places.map((place) => Math.floor((place * (length + 1)) / 256)).sort((a, b) => a - b);
  const pairs = sorted.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: sorted[i + 1] ?? start }] : []));
  return pairs.filter(({ start, end }) => end > start);
}

function replacedUnits(units: Units, replacements: readonly Replacement[]): Units {
  let from = 0;
  const result = replacements.flatMap(({ span, text }) => {
    const kept = units.slice(from, span.start);
    from = span.end;
    return [...kept, ...[...text].map((unit) => ({ unit, source: rangeOf(units, span) }))];
  });
  return [...result, ...units.slice(from)];
}

function rangeOf(units: Units, { start, end }: Span): Span {
  return { start: units[start]?.source.start ?? -1, end: units[end - 1]?.source.end ?? -1 };
}

suite('a mapped text', () => {
  test('is what its units are, and every range of it leads back to where they came from', () => {
    fc.assert(
      fc.property(made, ({ mapped, units }) => {
        assert.equal(mapped.text, units.map(({ unit }) => unit).join(''));
        for (let start = 0; start < units.length; start++)
          for (let end = start + 1; end <= units.length; end++)
            assert.deepEqual(sourceSpan(mapped, { start, end }), rangeOf(units, { start, end }));
      }),
      { numRuns: 2000 },
    );
  });

  test('is found again from the source where it stands verbatim', () => {
    fc.assert(
      fc.property(made, ({ source, mapped, units }) => {
        units.forEach(({ unit, source: { start, end } }, at) => {
          if (end - start !== 1 || source[start] !== unit) return;
          if (units.filter((other) => other.source.start <= start && other.source.end >= end).length > 1) return;
          if ((mapped.pieces ?? []).some(({ source: s }) => s.start <= start && s.end >= end)) return;
          assert.equal(offsetAt(mapped, start), at);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('has its pieces in order, and each stands for something else than what is written', () => {
    fc.assert(
      fc.property(made, ({ mapped: { text, pieces = [] } }) => {
        let here = 0;
        let source = 0;
        for (const piece of pieces) {
          assert.ok(piece.here.start >= here && piece.here.end >= piece.here.start && piece.here.end <= text.length);
          assert.ok(piece.source.start >= source && piece.source.end > piece.source.start);
          here = piece.here.end;
          source = piece.source.start;
        }
      }),
    );
  });
});

suite('positions in a text with values', () => {
  /** `a\` LF `b${X}c` with X = `long value`: the units of the continuation are 1 and 2, `${X}` is 4 to 8. */
  const joined = replaced(verbatim('a\\\nb${X}c'), [{ span: { start: 1, end: 3 }, text: '', what: 'joined' }]);
  const expanded = replaced(joined, [{ span: { start: 2, end: 6 }, text: 'long value', what: 'variable', name: 'X' }]);

  test('a range in a value marks its whole reference', () => {
    assert.equal(expanded.text, 'ablong valuec');
    assert.deepEqual(sourceSpan(expanded, { start: 4, end: 6 }), { start: 4, end: 8 });
    assert.deepEqual(sourceSpan(expanded, { start: 1, end: 4 }), { start: 3, end: 8 });
  });

  test('a range over a continuation takes it in, one that begins behind it does not', () => {
    assert.deepEqual(sourceSpan(expanded, { start: 0, end: 2 }), { start: 0, end: 4 });
    assert.deepEqual(sourceSpan(expanded, { start: 1, end: 2 }), { start: 3, end: 4 });
    assert.deepEqual(sourceSpan(expanded, { start: 0, end: 1 }), { start: 0, end: 1 });
  });

  test('a position in a reference, or in a continuation, leads to the end of what stands for it', () => {
    assert.equal(offsetAt(expanded, 6), 12);
    assert.equal(offsetAt(expanded, 2), 1);
    assert.equal(offsetAt(expanded, 8), 12);
    assert.equal(offsetAt(expanded, 9), 13);
    assert.equal(offsetAt(expanded, 100), 13);
  });

  test('a word that begins with a continuation and holds a value keeps both in their order', () => {
    const word = slice(expanded, { start: 0, end: expanded.text.length });
    assert.deepEqual(word.pieces, expanded.pieces);
    const inner = slice(expanded, { start: 1, end: 13 });
    assert.deepEqual(sourceSpan(inner, { start: 11, end: 12 }), { start: 8, end: 9 });
  });

  test('what is left of a value that an escape cuts still stands for the reference', () => {
    const cut = replaced(slice(expanded, { start: 2, end: 13 }), [
      { span: { start: 4, end: 5 }, text: '', what: 'joined' },
    ]);
    assert.equal(cut.text, 'longvaluec');
    assert.deepEqual(sourceSpan(cut, { start: 0, end: 2 }), { start: 4, end: 8 });
    assert.deepEqual(sourceSpan(cut, { start: 5, end: 9 }), { start: 4, end: 8 });
    assert.deepEqual(sourceSpan(cut, { start: 9, end: 10 }), { start: 8, end: 9 });
  });

  test('a range touches a hole that it holds, cuts or meets at its edge', () => {
    const hole = replaced(verbatim('ab${X}cd'), [{ span: { start: 2, end: 6 }, text: '${X}', what: 'hole' }]);
    const touching = [0, 1, 2, 3, 6, 7].map((at) => touchesHole(hole, { start: at, end: at + 1 }));
    assert.deepEqual(touching, [false, true, true, true, true, false]);
    assert.equal(touchesHole(hole, { start: 0, end: 8 }), true);
    assert.equal(touchesHole(expanded, { start: 0, end: 13 }), false);
  });
});
