import { lineStarts, positionAt } from '../support/lines.ts';
import type { Reported } from '../../server/src/engine/engine.ts';

/** A text with a line of marks below each line with findings; `source` is how the text is written, line for line. */
export function markedText(source: string, text: string, found: readonly Reported[]): string {
  const lines = text.split('\n');
  const starts = lineStarts(text);
  const marks = found.map((finding) => markOf(finding, lines, starts));
  return source
    .split(/(?<=\n)/)
    .flatMap((line, number) => [line, ...marks.filter((mark) => mark.line === number).map((mark) => mark.text)])
    .join('');
}

/** The line of marks of a finding, and the line, from 0, that it stands below. */
function markOf(finding: Reported, lines: readonly string[], starts: readonly number[]) {
  const { span, severity, refusedAt, code } = finding;
  const from = positionAt(starts, span.start);
  const to = positionAt(starts, span.end);
  const further = to.line - from.line;
  const end = (further > 0 ? lines[from.line]?.length : undefined) ?? to.column;
  if (further > 0 && to.column !== lines[to.line]?.length)
    throw new Error(`${code}: the marks cannot show a finding that ends within another line`);
  const words = [severity, ...(refusedAt ? [refusedAt] : []), code, ...goesOn(further)];
  return { line: from.line, text: `#${signs(from.column, end)} ${words.join(' ')}\n` };
}

function signs(start: number, end: number): string {
  if (start === end) return `${' '.repeat(Math.max(0, start - 1))}|`;
  return start === 0 ? `<${'-'.repeat(end - 1)}` : `${' '.repeat(start - 1)}${'^'.repeat(end - start)}`;
}

function goesOn(lines: number): string[] {
  return lines === 0 ? [] : [`+${String(lines)} ${lines === 1 ? 'line' : 'lines'}`];
}
