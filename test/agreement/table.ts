import { readFileSync } from 'node:fs';

/** One row of a table: the text of each column, '' where the row leaves it out. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Reads a tab-separated file whose first line names its columns. Throws where one of these is missing; of those in
 * `optional`, a table without one has it empty in every row.
 */
export function readTable<Column extends string, Optional extends string = never>(
  path: string,
  columns: readonly Column[],
  optional: readonly Optional[] = [],
): readonly Row<Column | Optional>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const places = head.split('\t');
  const missing = columns.filter((column) => !places.includes(column));
  if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(', ')}`);
  return lines.map((line) => {
    const cells = line.split('\t');
    const row = [...columns, ...optional].map((column) => [column, cells[places.indexOf(column)] ?? '']);
    return Object.fromEntries(row) as Row<Column | Optional>;
  });
}
