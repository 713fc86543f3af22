import type { Chunk } from '../syntax/chunk.ts';
import type { Line } from '../syntax/line.ts';
import { pairingOf, type ChunkPairs } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { hasTextBody, tagName } from '../syntax/tags.ts';
import { parametersOf } from './parameters.ts';

/** What a line is a part of: `macro` is configuration that is not read where it stands, `code` another language. */
export type Body = 'config' | 'macro' | 'code';

/** What is around a line. */
interface Surroundings {
  readonly body: Body;
  /** Texts that stand for something else once the macro around the line is used: the empty one for any text. */
  readonly parameters: readonly string[];
}

/** A logical line and where it stands. */
export interface PlacedLine extends Surroundings {
  readonly line: Line;
  /** Offset in the file, in UTF-16 units. */
  readonly start: number;
  /** Sections around it. */
  readonly level: number;
}

/** An open section: what is inside, and the line number of its opening tag. */
interface Section extends Surroundings {
  readonly tag: number;
}

/** The parameters of a macro in a macro are not known before the outer one is used. */
const ANY_TEXT = [''];

const OUTSIDE: Surroundings = { body: 'config', parameters: [] };

/** Places the lines of a file. A tag without partner begins no section, but code that is not closed goes on to the end. */
export function layout(file: SourceFile): PlacedLine[] {
  const partners = partnersOf(file);
  const placed: PlacedLine[] = [];
  const open: Section[] = [];
  let start = 0;
  let endless = false;
  for (const line of file.chunks.flatMap((chunk) => chunk.lines)) {
    const tag = placed.length;
    const partner = partners.get(tag);
    if (line.form === 'close' && partner !== undefined && !endless) leave(open, partner);
    const { body, parameters } = open.at(-1) ?? OUTSIDE;
    placed.push({ line, start, level: open.length, body, parameters });
    start += line.raw.length;
    if (line.form !== 'open') continue;
    const inside = insideOf(line, { body, parameters });
    endless ||= partner === undefined && body !== 'code' && inside.body === 'code';
    if (partner !== undefined || endless) open.push({ ...inside, tag });
  }
  return placed;
}

/** Ends the section of an opening tag and all that are open inside it; a section that they crossed is no longer open. */
function leave(open: Section[], tag: number): void {
  const position = positionOf(open, tag);
  if (open[position]?.tag === tag) open.length = position;
}

/** Binary search for the first section that begins at a line or behind it. */
function positionOf(open: readonly Section[], tag: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Section).tag < tag) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insideOf(line: Line, around: Surroundings): Surroundings {
  const name = tagName(line);
  if (around.body === 'code' || !hasTextBody(name)) return around;
  if (name !== 'macro') return { ...around, body: 'code' };
  return { body: 'macro', parameters: around.body === 'macro' ? ANY_TEXT : parametersOf(line) };
}

/** The line numbers of the partners of all tags that have one, by line number. */
function partnersOf(file: SourceFile): ReadonlyMap<number, number> {
  const first = firstLines(file.chunks);
  const partners = new Map<number, number>();
  file.chunks.forEach((chunk, at) => {
    const pairs = file.pairs[at] as ChunkPairs;
    const base = first.get(chunk) as number;
    chunk.lines.forEach(({ form }, index) => {
      const partner = form === 'open' || form === 'close' ? pairingOf(pairs, chunk, index).partner : undefined;
      if (partner) partners.set(base + index, (first.get(partner.chunk) as number) + partner.index);
    });
  });
  return partners;
}

function firstLines(chunks: readonly Chunk[]): ReadonlyMap<Chunk, number> {
  const first = new Map<Chunk, number>();
  let number = 0;
  for (const chunk of chunks) {
    first.set(chunk, number);
    number += chunk.lines.length;
  }
  return first;
}
