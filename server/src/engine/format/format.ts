import { applyEdits, type Edit, type Span } from '../base/span.ts';
import { lexLines } from '../syntax/line.ts';
import { fileText, type SourceFile } from '../syntax/sourceFile.ts';
import { layout } from './layout.ts';
import type { FormatOptions } from './options.ts';
import { plannedEdits, wholeLines } from './plan.ts';
import { firstDifference } from './sameWords.ts';

export type { FormatOptions } from './options.ts';

/** `problem` says, in sentences for a person, why there is no edit although the file is not formatted. */
export interface FormatResult {
  /** One edit for each changed line and for each run of blank lines, in order, in offsets of the file. */
  readonly edits: readonly Edit[];
  readonly problem?: string;
}

/**
 * Changes indentation, blanks at the ends of lines and runs of blank lines, and nothing that httpd reads: where the
 * words of a line would not stay the same there is no edit at all. With `range` only the logical lines that it touches
 * are changed.
 */
export function format(file: SourceFile, options: FormatOptions, range?: Span): FormatResult {
  const lines = layout(file);
  const limits = range && wholeLines(lines, range);
  const planned = plannedEdits(lines, options).filter((plan) => !limits || isWithin(plan.lines, limits));
  const edits = planned.map((plan) => plan.edit);
  const before = lines.map((each) => each.line);
  const after = lexLines(applyEdits(fileText(file), edits));
  const line = firstDifference(before, after, options.directiveCase === 'canonical');
  return line === undefined ? { edits } : { edits: [], problem: problemAt(line) };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function problemAt(line: number): string {
  return `Nothing was formatted, because httpd would read line ${String(line)} differently afterwards. Indent that line by hand, or format only the lines around it, and please report it.`;
}
