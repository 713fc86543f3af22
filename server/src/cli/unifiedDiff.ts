import type { Edit } from '../engine/engine.ts';
import { lineStarts, positionOf, type LineStarts } from './positions.ts';

/** Lines around a change that are shown too. */
const CONTEXT = 3;

/** Lines from `start` to before `end`, counted from 0, that become other lines. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The hunks of a unified diff between a text and what `edits`, in order, make of it. */
export function unifiedDiff(before: string, after: string, edits: readonly Edit[]): string {
  const old = linesOf(before);
  const changes = changesOf(before, after, edits, old);
  let shift = 0;
  return grouped(changes)
    .map((group) => {
      const text = hunk(old, group, shift);
      for (const { start, end, lines } of group) shift += lines.length - (end - start);
      return text;
    })
    .join('');
}

/** With their ends. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function changesOf(before: string, after: string, edits: readonly Edit[], old: readonly string[]): Change[] {
  const starts = lineStarts(before);
  const changes: Change[] = [];
  let shift = 0;
  for (const { start, end, growth } of touched(edits, starts)) {
    const from = (starts[start] ?? before.length) + shift;
    shift += growth;
    const lines = linesOf(after.slice(from, (starts[end] ?? before.length) + shift));
    append(changes, withoutEqual(old, { start, end: Math.min(end, old.length), lines }));
  }
  return changes;
}

/** Neighbours become one change. */
function append(changes: Change[], { start, end, lines }: Change): void {
  const last = changes.at(-1);
  if (last?.end === start) changes[changes.length - 1] = { start: last.start, end, lines: [...last.lines, ...lines] };
  else changes.push({ start, end, lines });
}

/** Ranges of lines that edits touch; `growth` is what they add to the length of the text. */
function touched(edits: readonly Edit[], starts: LineStarts): { start: number; end: number; growth: number }[] {
  const ranges: { start: number; end: number; growth: number }[] = [];
  for (const { span, text } of edits) {
    const start = positionOf(starts, span.start).line - 1;
    const end = positionOf(starts, span.end).line;
    const growth = text.length - (span.end - span.start);
    const last = ranges.at(-1);
    if (last && start < last.end) ranges[ranges.length - 1] = { start: last.start, end, growth: last.growth + growth };
    else ranges.push({ start, end, growth });
  }
  return ranges;
}

/** Takes the lines away that are the same before and after. */
function withoutEqual(old: readonly string[], { start, end, lines }: Change): Change {
  const most = Math.min(end - start, lines.length);
  let head = 0;
  while (head < most && old[start + head] === lines[head]) head++;
  let tail = 0;
  while (tail < most - head && old[end - 1 - tail] === lines[lines.length - 1 - tail]) tail++;
  return { start: start + head, end: end - tail, lines: lines.slice(head, lines.length - tail) };
}

/** Changes whose context would meet stand in one hunk. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && change.start - last.end <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** `shift` is the number of lines that earlier hunks added. */
function hunk(old: readonly string[], changes: readonly Change[], shift: number): string {
  const start = Math.max(0, (changes[0]?.start ?? 0) - CONTEXT);
  const end = Math.min(old.length, (changes.at(-1)?.end ?? 0) + CONTEXT);
  const rows: string[] = [];
  let at = start;
  for (const change of changes) {
    rows.push(...signed(' ', old.slice(at, change.start)));
    rows.push(...signed('-', old.slice(change.start, change.end)), ...signed('+', change.lines));
    at = change.end;
  }
  rows.push(...signed(' ', old.slice(at, end)));
  const added = rows.filter((row) => row.startsWith('+')).length;
  const removed = rows.filter((row) => row.startsWith('-')).length;
  const oldRange = lineRange(start, end - start);
  return `@@ -${oldRange} +${lineRange(start + shift, end - start + added - removed)} @@\n${rows.join('')}`;
}

/** As the format has it: an empty range is named by the line before it. */
function lineRange(start: number, count: number): string {
  return `${String(count === 0 ? start : start + 1)},${String(count)}`;
}

function signed(sign: string, lines: readonly string[]): string[] {
  return lines.map((line) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
}
