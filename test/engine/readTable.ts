import { readFileSync } from 'node:fs';
import { cellOfText, textOfCell } from '../support/visible.ts';

/** A row of a table: a text, and how what is made of it looks, in the signs of tables. */
export interface Row {
  /** Of the row, with the remark above it. */
  readonly name: string;
  readonly text: string;
  readonly expected: string;
}

/**
 * The rows of a table in `tables/`: `text => expected`. A line that begins with `#` and has no `=>` is a remark on the
 * rows below it.
 */
export function readTable(name: string): Row[] {
  const rows: Row[] = [];
  let remark = '';
  for (const line of readFileSync(`test/engine/tables/${name}.txt`, 'utf8').trimEnd().split(/\r?\n/).slice(1)) {
    const at = line.lastIndexOf(' => ');
    if (at < 0) remark = line.slice(2);
    else rows.push({ name: `${remark}: ${line}`, text: textOfCell(line.slice(0, at)), expected: line.slice(at + 4) });
  }
  return rows;
}

/** Some texts as a table shows them. */
export function inBrackets(texts: readonly string[]): string {
  return texts.map((text) => `[${cellOfText(text)}]`).join(' ');
}
