import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Edit } from '../../../server/src/engine/engine.ts';
import { textOfCell } from '../../support/visible.ts';

/** What is typed, pasted or loaded: lines and fragments of lines. */
export const pieces: readonly string[] = readFileSync('test/engine/properties/pieces.txt', 'utf8')
  .split('\n')
  .filter((cell) => cell !== '')
  .map(textOfCell);

/** A text of about `count` pieces. */
export function texts(count: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces), { minLength: count >> 1, maxLength: count, size: 'max' })
    .map((chosen) => chosen.join(''));
}

/** An edit of any text: where it begins and how much it takes away are known when the text is. */
export interface FreeEdit {
  /** Counted in 1/65536 of the text. */
  readonly at: number;
  /** The edit begins at the start of the line that it falls in. */
  readonly atLineStart: boolean;
  /** Units to take away; -1 for all to the end of the line. */
  readonly takes: number;
  readonly text: string;
}

export const freeEdits: fc.Arbitrary<FreeEdit> = fc.record({
  at: fc.nat(0xffff),
  atLineStart: fc.boolean(),
  takes: fc.oneof(fc.constant(0), fc.constant(-1), fc.nat(8), fc.nat(200)),
  text: fc
    .array(
      fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 2 })),
      {
        maxLength: 3,
      },
    )
    .map((chosen) => chosen.join('')),
});

export function editOf(text: string, { at, atLineStart, takes, text: inserted }: FreeEdit): Edit {
  const point = Math.floor((at * (text.length + 1)) / 0x10000);
  const start = atLineStart && point > 0 ? text.lastIndexOf('\n', point - 1) + 1 : point;
  const feed = text.indexOf('\n', start);
  const lineEnd = feed < 0 ? text.length : feed + 1;
  const end = takes < 0 ? lineEnd : Math.min(text.length, start + takes);
  return { span: { start, end }, text: inserted };
}
