import { chunkTags, type ChunkTags } from './chunkTags.ts';
import type { Line } from './line.ts';

/** Some logical lines in a row: the unit that is used again. It knows its length, not its position. */
export interface Chunk {
  readonly lines: readonly Line[];
  /** UTF-16 units. */
  readonly length: number;
  /** Physical lines that end here. */
  readonly physical: number;
  /** Directives and sections. */
  readonly directives: number;
  readonly tags: ChunkTags;
}

/** A line of a file, whatever its position. */
export interface LineRef {
  readonly chunk: Chunk;
  readonly index: number;
}

export function chunkOf(lines: readonly Line[]): Chunk {
  let length = 0;
  let physical = 0;
  let directives = 0;
  for (const line of lines) {
    length += line.raw.length;
    physical += line.physical;
    if (line.form === 'directive' || line.form === 'open') directives += 1;
  }
  return { lines, length, physical, directives, tags: chunkTags(lines) };
}

/** Cuts lines into chunks of about `size`, none above twice of it, none under half of it unless there are no more lines. */
export function chunked(lines: readonly Line[], size: number): Chunk[] {
  if (lines.length === 0) return [];
  if (lines.length <= 2 * size) return [chunkOf(lines)];
  const parts = Math.round(lines.length / size);
  const cutAt = (part: number): number => Math.round((lines.length * part) / parts);
  return Array.from({ length: parts }, (_, part) => chunkOf(lines.slice(cutAt(part), cutAt(part + 1))));
}

export function textOfChunk(chunk: Chunk): string {
  return chunk.lines.map((line) => line.raw).join('');
}

/** UTF-16 units before line `index` of a chunk. */
export function offsetInChunk(chunk: Chunk, index: number): number {
  let offset = 0;
  for (let i = 0; i < index; i++) offset += (chunk.lines[i] as Line).raw.length;
  return offset;
}
