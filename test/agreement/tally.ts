import type { Judged } from './judge.ts';

const heads = ['', 'accepted', 'false error', 'rejected', 'at the line', 'too many', 'elsewhere', 'missed'] as const;

/** A table with a line for each group, in order, and one for all. */
export function agreementTable(judged: readonly Judged[], groupOf: (one: Judged) => string): string {
  const groups = [...new Set(judged.map(groupOf))].sort();
  const rows = groups.map((group) =>
    counts(
      group,
      judged.filter((one) => groupOf(one) === group),
    ),
  );
  return layOut([heads, ...rows, counts('all', judged)]);
}

/** Of the rejected: the share that has an error on a line that httpd names, from 0 to 1. */
export function shareFound(judged: readonly Judged[]): number {
  const rejected = judged.filter(isRejected);
  return rejected.filter(isFound).length / rejected.length;
}

function counts(name: string, judged: readonly Judged[]): readonly string[] {
  const rejected = judged.filter(isRejected);
  const number = (outcome: string) => judged.filter((one) => one.outcome === outcome).length;
  return [
    name,
    ...[
      judged.length - rejected.length,
      number('false-error'),
      rejected.length,
      rejected.filter(isFound).length,
      number('too-many'),
      number('elsewhere'),
      number('missed'),
    ].map(String),
  ];
}

function isRejected({ case: { verdict } }: Judged): boolean {
  return verdict.refusedAt === 'configtest';
}

function isFound({ outcome }: Judged): boolean {
  return outcome === 'agrees' || outcome === 'too-many';
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => row.map((cell, at) => pad(cell, widths[at] ?? 0, at)).join('  ')).join('\n');
}

function pad(cell: string, width: number, at: number): string {
  return at === 0 ? cell.padEnd(width) : cell.padStart(width);
}
