import type { Chunk, LineRef } from './chunk.ts';
import { pairingOf, type ChunkPairs, type Pairing } from './pairs.ts';
import type { SourceFile } from './sourceFile.ts';

/** The opening tags around a line, innermost first; tags without partner enclose what follows them. */
export function* enclosingTags(file: SourceFile, ref: LineRef): Generator<LineRef> {
  let number = file.chunks.indexOf(ref.chunk);
  let index = ref.index - 1;
  while (number >= 0) {
    const chunk = file.chunks[number] as Chunk;
    if (index < 0) {
      number -= 1;
      index = (file.chunks[number]?.lines.length ?? 0) - 1;
      continue;
    }
    const { form } = chunk.lines[index] ?? { form: 'blank' };
    if (form === 'open') yield { chunk, index };
    const pairing = form === 'close' ? pairingOf(file.pairs[number] as ChunkPairs, chunk, index) : undefined;
    // One that ends behind the end of the section around it leaves nothing: that has ended both.
    const partner = pairing && pairing.pops > 0 ? pairing.partner : undefined;
    if (partner) {
      number = file.chunks.indexOf(partner.chunk);
      index = partner.index;
    }
    index -= 1;
  }
}

/** The other tag of the section that begins or ends on a line. */
export function partnerOf(file: SourceFile, ref: LineRef): LineRef | undefined {
  return pairingIn(file, ref)?.partner;
}

/** The tag at which httpd sees how a section ends: its own, or that of an outer section before it. */
export function closingTagOf(file: SourceFile, ref: LineRef): LineRef | undefined {
  const pairing = pairingIn(file, ref);
  return pairing?.partner ?? pairing?.overtaker;
}

/** What becomes of the tag on a line; undefined where the line is of another version. */
export function pairingIn(file: SourceFile, { chunk, index }: LineRef): Pairing | undefined {
  const pairs = file.pairs[file.chunks.indexOf(chunk)];
  return pairs && pairingOf(pairs, chunk, index);
}
