import type { Position, Range, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { View } from './session.ts';

/** One chain of ranges for each position, from the inside to the outside. */
export function run(view: View, { positions }: SelectionRangeParams): SelectionRange[] {
  return positions.map((position) => chainAt(view, position));
}

/** An editor wants a range for every position, and each in the next one: the first is the position alone. */
function chainAt({ text, snapshot, evaluation }: View, position: Position): SelectionRange {
  const offset = text.offsetAt(position);
  const outer = selectionRanges(snapshot, evaluation, offset).reduceRight<SelectionRange | undefined>(
    (parent, span) => inside(toRange(text, span), parent),
    undefined,
  );
  return inside(toRange(text, { start: offset, end: offset }), outer);
}

function inside(range: Range, parent: SelectionRange | undefined): SelectionRange {
  return parent ? { range, parent } : { range };
}
