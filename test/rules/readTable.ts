import { readFileSync } from 'node:fs';

/** The rows of `NAME.tsv` beside this file, by the names of their columns. */
export function readTable(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(`test/rules/${name}.tsv`, 'utf8').trimEnd().split(/\r?\n/);
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

/** The words of a cell. */
export function words(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}
