import type { Edit } from '../base/span.ts';
import { chunked, chunkOf, offsetInChunk, textOfChunk, type Chunk, type LineRef } from './chunk.ts';
import { pairsOf, type ChunkPairs } from './pairs.ts';
import { goesOn, lexLines, type Line } from './line.ts';

/** One version of one file. */
export interface SourceFile {
  readonly uri: string;
  readonly version: number;
  readonly chunks: readonly Chunk[];
  /** The pairs of each chunk. */
  readonly pairs: readonly ChunkPairs[];
  /** Offset of each chunk in the file, in UTF-16 units, and at last the length of the file. */
  readonly offsets: readonly number[];
  /** Lines that a chunk has when a file is cut. */
  readonly chunkSize: number;
}

/** Measured best of 64 to 1,024. */
const CHUNK_SIZE = 256;

export function openFile(uri: string, version: number, text: string, chunkSize = CHUNK_SIZE): SourceFile {
  return fileOf(uri, version, chunked(lexLines(text), chunkSize), chunkSize);
}

function fileOf(uri: string, version: number, chunks: readonly Chunk[], chunkSize: number): SourceFile {
  const offsets = [0];
  let offset = 0;
  for (const chunk of chunks) offsets.push((offset += chunk.length));
  return { uri, version, chunks, pairs: pairsOf(chunks), offsets, chunkSize };
}

export function fileText(file: SourceFile): string {
  return file.chunks.map(textOfChunk).join('');
}

/**
 * The file after edits that are applied one after the other, each in positions of the text that the one before it left
 * (as LSP sends them). Chunks that no edit touches are shared by identity.
 */
export function withEdits(file: SourceFile, version: number, edits: readonly Edit[]): SourceFile {
  let segments: Segment[] = [...file.chunks];
  for (const edit of edits) segments = editSegments(segments, edit);
  return fileOf(file.uri, version, settle(lexSegments(segments), file.chunkSize), file.chunkSize);
}

/** A chunk that no edit has touched, or text that is to be lexed. */
type Segment = Chunk | string;

function editSegments(segments: readonly Segment[], edit: Edit): Segment[] {
  const { first, last, offset } = touched(segments, edit);
  const text = segments.slice(first, last).map(segmentText).join('');
  const start = edit.span.start - offset;
  const changed = text.slice(0, start) + edit.text + text.slice(edit.span.end - offset);
  return [...segments.slice(0, first), changed, ...segments.slice(last)];
}

/**
 * The segments from `first` to before `last`, the first of them at `offset`, that an edit changes. Text that is put
 * between two chunks belongs to the second: the first ends with a line end that nothing behind it changes.
 */
function touched(segments: readonly Segment[], { span }: Edit): { first: number; last: number; offset: number } {
  let first = 0;
  let offset = 0;
  for (; first < segments.length - 1; first++) {
    const end = offset + (segments[first] as Segment).length;
    if (end > span.start) break;
    offset = end;
  }
  let last = first;
  let end = offset;
  while (last < segments.length && (last === first || end < span.end)) end += (segments[last++] as Segment).length;
  return { first, last, offset };
}

function segmentText(segment: Segment): string {
  return typeof segment === 'string' ? segment : textOfChunk(segment);
}

/** A changed chunk, which may be too small or too large. */
interface Lexed {
  readonly chunk: Chunk;
  readonly fresh: boolean;
}

function lexSegments(segments: readonly Segment[]): Lexed[] {
  const result: Lexed[] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (typeof segment !== 'string') {
      result.push({ chunk: segment, fresh: false });
      continue;
    }
    let text = segment;
    while (i + 1 < segments.length && goesOn(text)) text += segmentText(segments[++i] as Segment);
    if (text !== '') result.push({ chunk: chunkOf(lexLines(text)), fresh: true });
  }
  return result;
}

/** Puts changed chunks back to size: a small one is taken together with its neighbour, a large one is cut. */
function settle(lexed: readonly Lexed[], size: number): Chunk[] {
  const result: Lexed[] = [];
  for (const next of lexed) {
    const before = result.at(-1);
    if (before && (isSmall(before, size) || isSmall(next, size))) {
      result[result.length - 1] = { chunk: chunkOf([...before.chunk.lines, ...next.chunk.lines]), fresh: true };
    } else {
      result.push(next);
    }
  }
  return result.flatMap(({ chunk, fresh }) => (fresh ? resized(chunk, size) : [chunk]));
}

function isSmall({ chunk, fresh }: Lexed, size: number): boolean {
  return fresh && chunk.lines.length < size / 2;
}

function resized(chunk: Chunk, size: number): Chunk[] {
  return chunk.lines.length <= 2 * size ? [chunk] : chunked(chunk.lines, size);
}

/** Where a line begins in its file, in UTF-16 units; undefined where it is of another version. */
export function lineOffset(file: SourceFile, { chunk, index }: LineRef): number | undefined {
  const at = file.chunks.indexOf(chunk);
  return at < 0 ? undefined : (file.offsets[at] as number) + offsetInChunk(chunk, index);
}

/** The line at an offset, and the offset within it; the end of the file belongs to the last line. Undefined in an empty file. */
export function lineAt(file: SourceFile, offset: number): { ref: LineRef; inLine: number } | undefined {
  const number = chunkAt(file, offset);
  const chunk = file.chunks[number];
  if (!chunk) return undefined;
  let rest = offset - (file.offsets[number] as number);
  for (let index = 0; index < chunk.lines.length; index++) {
    const length = chunk.lines[index]?.raw.length ?? 0;
    if (rest < length || index === chunk.lines.length - 1)
      return { ref: { chunk, index }, inLine: Math.min(rest, length) };
    rest -= length;
  }
  return undefined;
}

/** Binary search for the chunk that holds an offset. */
function chunkAt(file: SourceFile, offset: number): number {
  let low = 0;
  let high = file.chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.offsets[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first line behind another that is wanted. */
export function lineAfter(file: SourceFile, ref: LineRef, wanted: (line: Line) => boolean): LineRef | undefined {
  let number = file.chunks.indexOf(ref.chunk);
  let index = ref.index + 1;
  for (; number >= 0 && number < file.chunks.length; number++, index = 0) {
    const chunk = file.chunks[number] as Chunk;
    for (; index < chunk.lines.length; index++) if (wanted(chunk.lines[index] as Line)) return { chunk, index };
  }
  return undefined;
}

/** The line before another; undefined before the first one. */
export function lineBefore(file: SourceFile, { chunk, index }: LineRef): LineRef | undefined {
  if (index > 0) return { chunk, index: index - 1 };
  const before = file.chunks[file.chunks.indexOf(chunk) - 1];
  return before && { chunk: before, index: before.lines.length - 1 };
}
