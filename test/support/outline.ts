import assert from 'node:assert/strict';
import { lineStarts, positionAt } from './lines.ts';
import { openFile } from '../../server/src/engine/engine.ts';
import { documentSymbols, foldingRanges, type DocumentSymbol } from '../../server/src/engine/features/index.ts';

/** Checks the outline: one line a symbol, indented by two blanks, its detail behind ` · `. */
export function checkSymbols(text: string, expected: readonly string[]): void {
  const symbols = documentSymbols(openFile('file:///work/part.conf', 1, text));
  checkNested(symbols, { start: 0, end: text.length });
  assert.deepEqual(rows(symbols, ''), expected);
}

function rows(symbols: readonly DocumentSymbol[], indent: string): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    indent + name + (detail === undefined ? '' : ` · ${detail}`),
    ...rows(children, `${indent}  `),
  ]);
}

/** What LSP demands: a symbol holds its selection and its children, and those stand one after the other. */
export function checkNested(symbols: readonly DocumentSymbol[], outer: DocumentSymbol['span']): void {
  let from = outer.start;
  for (const { name, span, selectionSpan, children } of symbols) {
    assert.ok(name.trim() !== '', 'a symbol has a name');
    assert.ok(from <= span.start && span.end <= outer.end, `${name} lies in its place`);
    assert.ok(span.start <= selectionSpan.start && selectionSpan.end <= span.end, `${name} holds its selection`);
    checkNested(children, span);
    from = span.end;
  }
}

/** Checks the ranges: `FIRST-LAST` in physical lines from 1, with the kind behind. */
export function checkFolding(text: string, expected: readonly string[]): void {
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line + 1;
  const ranges = foldingRanges(openFile('file:///work/part.conf', 1, text));
  const found = ranges.map(({ span, kind }) =>
    [`${String(lineOf(span.start))}-${String(lineOf(span.end))}`, ...(kind ? [kind] : [])].join(' '),
  );
  assert.deepEqual(found, expected);
}
