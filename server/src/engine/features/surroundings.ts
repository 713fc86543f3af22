import { isPlace } from '../catalogue/contexts.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { enclosingTags, partnerOf } from '../syntax/enclosing.ts';
import { indentation, nameWord, textOf, type Line } from '../syntax/line.ts';
import { lineAfter, lineAt, withEdits, type SourceFile } from '../syntax/sourceFile.ts';
import { tagName } from '../syntax/tags.ts';
import type { Cursor } from './cursor.ts';

/** The file with a comment in the place of the line that is being written: half a tag must not take another's partner. */
export interface Surroundings {
  readonly file: SourceFile;
  /** The line of the cursor. */
  readonly ref: LineRef;
}

export function surroundings({ evaluation, lineStart, step }: Cursor): Surroundings {
  const written = step?.source.raw.replace(/\r?\n$/, '') ?? '';
  const edit = { span: { start: lineStart, end: lineStart + written.length }, text: '#' };
  const file = withEdits(evaluation.file, evaluation.file.version, [edit]);
  const found = lineAt(file, lineStart);
  if (!found) throw new Error('a file with a comment in it has a line');
  return { file, ref: found.ref };
}

/** A section around the cursor. */
export interface OpenSection {
  /** As it is written, without brackets. */
  readonly name: string;
  /** The blanks before its opening tag. */
  readonly indent: string;
  /** A closing tag behind the cursor belongs to it. */
  readonly closed: boolean;
}

/** The sections around the cursor, innermost first. */
export function openSections({ file, ref }: Surroundings): OpenSection[] {
  return [...enclosingTags(file, ref)].map((tag) => {
    const line = lineOf(tag);
    const { text } = textOf(line);
    const { start, end } = nameWord(text);
    const closed = partnerOf(file, tag) !== undefined;
    return { name: text.slice(start, end), indent: line.raw.slice(0, indentation(line)), closed };
  });
}

/** No other tag stands between the opening tag of the innermost section and the cursor. */
export function isJustBegun({ file, ref }: Surroundings): boolean {
  const [innermost] = enclosingTags(file, ref);
  const next = innermost && lineAfter(file, innermost, isTag);
  return innermost !== undefined && !(next && isBefore(file, next, ref));
}

/** Lower-case names of the closing tags that stand behind the cursor, in the same section, and have no opening tag. */
export function strayClosingTags({ file, ref }: Surroundings): ReadonlySet<string> {
  const end = [...enclosingTags(file, ref)].map((tag) => partnerOf(file, tag)).find((partner) => partner !== undefined);
  const names = new Set<string>();
  for (let at = closeAfter(file, ref); at && !isSame(at, end); at = closeAfter(file, at)) {
    if (!partnerOf(file, at)) names.add(tagName(lineOf(at)));
  }
  return names;
}

/** Whether an `<Else>` may stand at the cursor: the `<If>` or `<ElseIf>` before it is in the same section (httpd-config 2.5). */
export function isAfterIf({ file, ref }: Surroundings): boolean {
  const [first] = file.chunks;
  if (!first) return false;
  const around = [...enclosingTags(file, ref)].find((tag) => isPlace(lineOf(tag).key));
  let after = false;
  let at = placeAfter(file, around ?? { chunk: first, index: -1 });
  while (at && isBefore(file, at, ref)) {
    const { key } = lineOf(at);
    after = key === '<if' || key === '<elseif' || (after && key !== '<else');
    at = placeAfter(file, partnerOf(file, at) ?? at);
  }
  return after;
}

function closeAfter(file: SourceFile, ref: LineRef): LineRef | undefined {
  return lineAfter(file, ref, (line) => line.form === 'close');
}

function placeAfter(file: SourceFile, ref: LineRef): LineRef | undefined {
  return lineAfter(file, ref, (line) => line.form === 'open' && isPlace(line.key));
}

function isTag({ form }: Line): boolean {
  return form === 'open' || form === 'close';
}

function lineOf({ chunk, index }: LineRef): Line {
  return chunk.lines[index] as Line;
}

function isSame(a: LineRef, b: LineRef | undefined): boolean {
  return a.chunk === b?.chunk && a.index === b.index;
}

function isBefore(file: SourceFile, a: LineRef, b: LineRef): boolean {
  if (a.chunk === b.chunk) return a.index < b.index;
  return file.chunks.indexOf(a.chunk) < file.chunks.indexOf(b.chunk);
}
