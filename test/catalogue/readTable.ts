import { readFileSync } from 'node:fs';

/** The rows of a table beside this file: one object for each line, keyed by the first line. */
export function readTable(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(`test/catalogue/${name}`, 'utf8').trimEnd().split(/\r?\n/);
  const columns = (head ?? '').split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}
