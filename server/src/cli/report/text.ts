import type { Severity } from '../../engine/engine.ts';
import { counted } from '../words.ts';
import { listed, type FindingRow, type Shown } from './finding.ts';
import { paintFor, type Paint } from './paint.ts';
import { printable } from './printable.ts';

/** What the last lines tell. */
export interface Totals {
  readonly files: number;
  /** Changes that `--fix` has made. */
  readonly fixed: number;
}

/** Findings for people: each with its line and a mark under what is meant, and a summary. */
export function textReport(all: readonly Shown[], totals: Totals, colour: boolean): string {
  const paint = paintFor(colour);
  const shown = listed(all);
  return [...shown.map((one) => block(one, paint)), summary(shown, totals)].join('\n');
}

/** One finding. */
export function block({ row, source }: Shown, paint: Paint): string {
  const place = paint(`${printable(row.file)}:${String(row.line)}:${String(row.column)}`, 'strong');
  const code = paint(`[${row.code}]`, 'faint');
  const lines = [
    `${place} ${paint(row.severity, row.severity)} ${printable(row.message)} ${code}`,
    ...(row.why === undefined ? [] : [`    ${printable(row.why)}`]),
    ...(source === undefined ? [] : excerpt(row, source, paint)),
    ...row.related.map(
      (one) => `    ${printable(`${one.file}:${String(one.line)}:${String(one.column)}: ${one.message}`)}`,
    ),
    ...row.fixes.map(({ title, safe }) => `    ${safe ? 'safe fix' : 'fix'}: ${printable(title)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Of a longer line only the part around the mark is shown. */
const WIDEST = 160;
const BEFORE_MARK = 40;

/** The line, and the mark under it: its blanks are those of the line, so that tabs are as wide in both. */
function excerpt(row: FindingRow, source: string, paint: Paint): string[] {
  const start = row.column - 1;
  const end = row.endLine === row.line ? row.endColumn - 1 : source.length;
  const from = source.length > WIDEST ? Math.max(0, start - BEFORE_MARK) : 0;
  const to = Math.min(source.length, from + WIDEST);
  const [left, right] = [from > 0 ? '… ' : '', to < source.length ? ' …' : ''];
  const blanks = `${left}${printable(source.slice(from, start))}`.replace(/[^\t]/gu, ' ');
  const marked = Array.from(source.slice(start, Math.min(end, to))).length;
  const number = `${String(row.line).padStart(7)} | `;
  return [
    `${paint(number, 'faint')}${left}${printable(source.slice(from, to))}${right}`,
    `${paint(`${' '.repeat(number.length - 2)}| `, 'faint')}${blanks}${paint('^'.repeat(Math.max(1, marked)), row.severity)}`,
  ];
}

const LABELS: readonly (readonly [Severity, (count: number) => string])[] = [
  ['error', (count) => counted(count, 'error')],
  ['warning', (count) => counted(count, 'warning')],
  ['info', (count) => `${String(count)} info`],
  ['hint', (count) => counted(count, 'hint')],
];

function summary(listed: readonly Shown[], { files, fixed }: Totals): string {
  const repairable = listed.filter(({ row }) => row.fixes.some((fix) => fix.safe)).length;
  const lines = [
    ...(fixed > 0 ? [`Made ${counted(fixed, 'safe change')}.`] : []),
    countsIn(listed, files),
    ...(repairable > 0 ? [`--fix mends ${String(repairable)} of them.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** "2 errors, 1 hint in 3 files." */
export function countsIn(listed: readonly Shown[], files: number): string {
  const parts = LABELS.flatMap(([severity, label]) => {
    const count = listed.filter(({ row }) => row.severity === severity).length;
    return count > 0 ? [label(count)] : [];
  });
  return `${parts.join(', ') || 'Nothing found'} in ${counted(files, 'file')}.`;
}
