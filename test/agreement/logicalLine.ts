/** Physical lines from `first` to `last`, both included, counted from 1. */
interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The logical line that a physical line is part of (httpd-config 1.1): a backslash right before the line end joins the
 * next line to it. Written apart from the engine's own lexer, because it helps to judge it.
 */
export function logicalLine(text: string, line: number): LineRange {
  const lines = text.split('\n');
  let first = line;
  while (first > 1 && isContinued(lines, first - 1)) first -= 1;
  let last = line;
  while (isContinued(lines, last)) last += 1;
  return { first, last };
}

function isContinued(lines: readonly string[], line: number): boolean {
  return line < lines.length && /\\\r?$/.test(lines[line - 1] ?? '');
}
