import type { Edit } from '../base/span.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { enclosingTags, pairingIn, partnerOf } from '../syntax/enclosing.ts';
import { goesOn, indentation, lexLines, type Line } from '../syntax/line.ts';
import { lineAt, lineBefore, type SourceFile } from '../syntax/sourceFile.ts';
import { hasTextBody, tagName } from '../syntax/tags.ts';
import { joinsOf, type Join } from './continuation.ts';
import { physicalLines } from './physicalLine.ts';

/** A physical line, by the logical line that it is a part of. */
interface PhysicalPlace {
  /** Behind the last line where the file ends in a line end and the place is there. */
  readonly ref: LineRef;
  /** Offset of the physical line in the file. */
  readonly start: number;
  /** Its number in the logical line. */
  readonly number: number;
  /** Blanks in front of it; where it is blank all of them. */
  readonly indentation: string;
}

/**
 * The edit that indents the physical line at an offset while it is being written; undefined where it stands right, or
 * must stay as it is. It gives what `format` gives where the lines around are formatted, and follows them where not.
 * `unit` is one level.
 */
export function indentLine(file: SourceFile, offset: number, unit: string): Edit | undefined {
  const place = physicalPlace(file, offset);
  if (!place || isInCode(file, place.ref)) return undefined;
  const { ref, start, number, indentation: typed } = place;
  const wanted = number > 0 ? continuedIndentation(ref, number, unit) : lineIndentation(file, ref, unit);
  if (wanted === undefined || wanted === typed) return undefined;
  return { span: { start, end: start + typed.length }, text: wanted };
}

function physicalPlace(file: SourceFile, offset: number): PhysicalPlace | undefined {
  const found = lineAt(file, offset);
  const line = found && lineOf(found.ref);
  if (!found || !line) return undefined;
  const { ref, inLine } = found;
  if (inLine === line.raw.length && !goesOn(line.raw)) {
    return { ref: { ...ref, index: ref.index + 1 }, start: offset, number: 0, indentation: '' };
  }
  const before = line.raw.slice(0, inLine).split('\n');
  const number = before.length - 1;
  const physical = physicalLines(line)[number];
  return { ref, start: offset - (before.at(-1) ?? '').length, number, indentation: physical?.indentation ?? '' };
}

/** What a program in a section says stays as it is; the body of a macro is configuration (httpd-config 3.5). */
function isInCode(file: SourceFile, ref: LineRef): boolean {
  if (lineOf(ref)?.form === 'close') return false;
  return [...enclosingTags(file, ref)].map(nameOf).some((name) => name !== 'macro' && hasTextBody(name));
}

function nameOf(tag: LineRef): string {
  const line = lineOf(tag);
  return line ? tagName(line) : '';
}

/** The first continued line stands one level further in, the others as the one before. In quotes blanks are a part of a word. */
function continuedIndentation(ref: LineRef, number: number, unit: string): string | undefined {
  const line = lineOf(ref);
  if (!line || line.form === 'comment' || joinAt(line, number) === 'keep') return undefined;
  const before = physicalLines(line)[number - 1]?.indentation ?? '';
  return number === 1 ? before + unit : before;
}

/** A file may end behind a backslash: what holds is then the same as if a word stood there. */
function joinAt(line: Line, number: number): Join | undefined {
  const [written = line] = line.physical > number ? [] : lexLines(`${line.raw}x`);
  return joinsOf(written, ['${'])[number];
}

/** A closing tag stands as its opening tag does, other lines one level further in than the tag around them. */
function lineIndentation(file: SourceFile, ref: LineRef, unit: string): string | undefined {
  if (lineOf(ref)?.form === 'close') {
    const opening = partnerOf(file, ref);
    return opening && isWhole(file, ref) ? indentOf(opening) : undefined;
  }
  const [around] = enclosingTags(file, ref);
  if (!around) return '';
  const above = lineAbove(file, ref);
  return isWhole(file, around) || !above || isSame(above, around) ? indentOf(around) + unit : indentOf(above);
}

/** Only then all that stands behind a tag surely belongs to it: others have no end, or one outside of the section around them. */
function isWhole(file: SourceFile, tag: LineRef): boolean {
  const { kind, partner } = pairingIn(file, tag) ?? {};
  return partner !== undefined && kind !== 'crossed';
}

/** The nearest line above that is not blank. */
function lineAbove(file: SourceFile, ref: LineRef): LineRef | undefined {
  let at = lineBefore(file, ref);
  while (at && lineOf(at)?.form === 'blank') at = lineBefore(file, at);
  return at;
}

function indentOf(ref: LineRef): string {
  const line = lineOf(ref);
  return line ? line.raw.slice(0, indentation(line)) : '';
}

function isSame(a: LineRef, b: LineRef): boolean {
  return a.chunk === b.chunk && a.index === b.index;
}

function lineOf({ chunk, index }: LineRef): Line | undefined {
  return chunk.lines[index];
}
