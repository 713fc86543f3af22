import type { Chunk } from '../syntax/chunk.ts';
import type { Line } from '../syntax/line.ts';
import { pairingOf, type ChunkPairs, type PairKind } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';

/** A line with its place in the file, for what looks at a file as a whole. */
export interface PlacedLine {
  readonly line: Line;
  /** In UTF-16 units. */
  readonly offset: number;
  /**
   * The line begins or ends a section. Tags without partner, and those whose partner stands behind the end of an outer
   * section, do neither: so sections lie whole inside or outside of each other.
   */
  readonly section?: 'begins' | 'ends';
}

/** The kinds of pairs that never cross. */
const WHOLE: readonly PairKind[] = ['exact', 'near', 'mismatched'];

/** All lines of a file, in order. */
export function* placedLines(file: SourceFile): Generator<PlacedLine> {
  let offset = 0;
  for (const [number, chunk] of file.chunks.entries()) {
    for (const [index, line] of chunk.lines.entries()) {
      const section = sectionAt(line, index, chunk, file.pairs[number]);
      yield { line, offset, ...(section && { section }) };
      offset += line.raw.length;
    }
  }
}

function sectionAt(line: Line, index: number, chunk: Chunk, pairs: ChunkPairs | undefined): PlacedLine['section'] {
  if ((line.form !== 'open' && line.form !== 'close') || !pairs) return undefined;
  const { kind, partner } = pairingOf(pairs, chunk, index);
  if (!partner || !WHOLE.includes(kind)) return undefined;
  return line.form === 'open' ? 'begins' : 'ends';
}
