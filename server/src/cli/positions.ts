/** The lines of a text: where each begins, in UTF-16 units. As httpd counts them: only a line feed ends a line. */
export type LineStarts = readonly number[];

/** Both count from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function lineStarts(text: string): LineStarts {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

export function positionOf(starts: LineStarts, offset: number): Position {
  const line = lineNumber(starts, offset);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/** By binary search for the last line that does not begin behind the offset. */
function lineNumber(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A line without its end, by its number. */
export function lineText(text: string, starts: LineStarts, line: number): string {
  const end = starts[line];
  return text.slice(starts[line - 1], end === undefined ? text.length : end - 1).replace(/\r$/, '');
}
