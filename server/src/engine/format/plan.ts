import type { Edit, Span } from '../base/span.ts';
import { formatLine, isLeftAlone } from './formatLine.ts';
import type { PlacedLine } from './layout.ts';
import type { FormatOptions } from './options.ts';
import { physicalLines, textOfPhysical } from './physicalLine.ts';

/** Blank lines that stay of a longer run. */
const MOST_BLANK = 2;

/** An edit, and the logical lines that it is about. */
export interface PlannedEdit {
  readonly lines: Span;
  readonly edit: Edit;
}

/** All edits of a file in order. */
export function plannedEdits(placed: readonly PlacedLine[], options: FormatOptions): PlannedEdit[] {
  const lineEnd = lineEndOf(placed);
  const surplus = surplusBlanks(placed);
  return placed.flatMap((each, i) => {
    if (!surplus[i]) return lineEdits(each, formatLine(each, options, lineEnd));
    return surplus[i - 1] ? [] : [deletion({ start: each.start, end: endOfRun(placed, surplus, i) })];
  });
}

/** The lines of which a range holds a part; an empty range is in the line where it stands. */
export function wholeLines(placed: readonly PlacedLine[], range: Span): Span {
  const end = Math.max(range.end, range.start + 1);
  const touched = placed.filter((each) => each.start < end && range.start <= lastPosition(each));
  const [first] = touched;
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: spanOf(last).end } : range;
}

/** The last offset that an editor counts to the line: before its line end, or behind it all where it has none. */
function lastPosition(each: PlacedLine): number {
  return spanOf(each).end - (each.line.raw.endsWith('\n') ? 1 : 0);
}

function spanOf({ line, start }: PlacedLine): Span {
  return { start, end: start + line.raw.length };
}

/** The last line end of the file: the last line or the one before it has it. */
function lineEndOf(placed: readonly PlacedLine[]): string {
  const text = placed
    .slice(-2)
    .map(({ line }) => line.raw)
    .join('');
  return text[text.lastIndexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}

/** Which lines are blank and more than enough. A blank line that ends a continuation counts, but always stays. */
function surplusBlanks(placed: readonly PlacedLine[]): boolean[] {
  let run = 0;
  return placed.map((each) => {
    const { form, joined } = each.line;
    if (form === 'blank' && !joined && !isLeftAlone(each)) return ++run > MOST_BLANK;
    run = joined && physicalLines(each.line).at(-1)?.content === '' ? 1 : 0;
    return false;
  });
}

function endOfRun(placed: readonly PlacedLine[], surplus: readonly boolean[], from: number): number {
  const after = surplus.indexOf(false, from);
  return after < 0 ? spanOf(placed.at(-1) as PlacedLine).end : (placed[after] as PlacedLine).start;
}

function deletion(lines: Span): PlannedEdit {
  return { lines, edit: { span: lines, text: '' } };
}

/** One edit for each physical line that differs. */
function lineEdits(placed: PlacedLine, formatted: readonly string[]): PlannedEdit[] {
  const lines = spanOf(placed);
  let start = placed.start;
  return physicalLines(placed.line).flatMap((physical, i) => {
    const before = textOfPhysical(physical);
    const after = formatted[i] as string;
    const edit = difference(before, after, start);
    start += before.length;
    return before === after ? [] : [{ lines, edit }];
  });
}

/** The smallest edit that makes `after` of `before`, which begins at `offset`. */
function difference(before: string, after: string, offset: number): Edit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const span = { start: offset + head, end: offset + before.length - tail };
  return { span, text: after.slice(head, after.length - tail) };
}
