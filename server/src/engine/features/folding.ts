import type { Span } from '../base/span.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { placedLines, type PlacedLine } from './placedLines.ts';

/** Lines that can be hidden behind the first of them. */
export interface FoldingRange {
  /** From the beginning of the first line to the end of the last, in offsets of the file. */
  readonly span: Span;
  /** LSP's FoldingRangeKind. */
  readonly kind?: 'comment' | 'region';
}

/** Sections without their closing tags, comments of more than one line, continued lines, and what stands between region comments. */
export function foldingRanges(file: SourceFile): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: PlacedLine[] = [];
  const regions: PlacedLine[] = [];
  let comment: PlacedLine | undefined;
  let before: PlacedLine | undefined;
  for (const placed of placedLines(file)) {
    const marker = markerOf(placed);
    if (placed.line.form !== 'comment' || marker) {
      ranges.push(...lines(comment, before, 'comment'));
      comment = undefined;
    } else comment ??= placed;
    if (marker === 'region') regions.push(placed);
    else if (marker) ranges.push(...lines(regions.pop(), placed, 'region'));
    else if (placed.section === 'begins') open.push(placed);
    else if (placed.section === 'ends') ranges.push(...lines(open.pop(), before));
    else if (placed.line.form === 'directive') ranges.push(...lines(placed, placed));
    before = placed;
  }
  ranges.push(...lines(comment, before, 'comment'));
  return ranges.sort((a, b) => a.span.start - b.span.start);
}

/** `# region Name` and `# endregion`, as in other languages: the same as in `language-configuration.json`. */
function markerOf({ line: { form, raw } }: PlacedLine): string | undefined {
  return form === 'comment' ? /^\s*#\s*(region|endregion)\b/.exec(raw)?.[1] : undefined;
}

/** A range where there is more than one physical line. */
function lines(
  first: PlacedLine | undefined,
  last: PlacedLine | undefined,
  kind?: FoldingRange['kind'],
): FoldingRange[] {
  if (!first || !last || (first === last && first.line.physical < 2)) return [];
  const end = last.offset + last.line.raw.replace(/\r?\n$/, '').length;
  return [{ span: { start: first.offset, end }, ...(kind && { kind }) }];
}
