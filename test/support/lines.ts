import { positionOf, type LineStarts } from '../../server/src/cli/positions.ts';

export { lineStarts } from '../../server/src/cli/positions.ts';

/** Line and column of an offset, both from 0, in UTF-16 units. */
export function positionAt(starts: LineStarts, offset: number): { line: number; column: number } {
  const { line, column } = positionOf(starts, offset);
  return { line: line - 1, column: column - 1 };
}
