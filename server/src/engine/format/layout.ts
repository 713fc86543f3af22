import type { Chunk } from '../syntax/chunk.ts';
import { textOf, type Line } from '../syntax/line.ts';
import { pairingOf, type ChunkPairs } from '../syntax/pairs.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { hasTextBody, tagName } from '../syntax/tags.ts';
import { parametersOf } from './parameters.ts';

/** What a line is a part of: `macro` is configuration that is not read where it stands, `fixed` must stay as it is. */
export type Body = 'config' | 'macro' | 'fixed';

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
  /** No line ends it. */
  readonly endless: boolean;
}

/** The parameters of a macro in a macro are not known before the outer one is used. */
const ANY_TEXT = [''];

const OUTSIDE: Surroundings = { body: 'config', parameters: [] };

/** Places the lines of a file. A tag without partner begins no section, but code that is not closed goes on to the end. */
export function layout(file: SourceFile): PlacedLine[] {
  const partners = partnersOf(file);
  const placed: PlacedLine[] = [];
  let open: Section[] = [];
  let start = 0;
  for (const line of file.chunks.flatMap((chunk) => chunk.lines)) {
    const tag = placed.length;
    const partner = partners.get(tag);
    if (line.form === 'close' && partner !== undefined) leave(open, partner);
    const { body, parameters } = open.at(-1) ?? OUTSIDE;
    placed.push({ line, start, level: open.length, body, parameters });
    start += line.raw.length;
    if (body === 'macro' && runsOn(line)) open = open.map(fixedFromHere);
    if (line.form === 'open') enter(open, line, { tag, endless: partner === undefined });
  }
  return placed;
}

function enter(open: Section[], line: Line, { tag, endless }: Pick<Section, 'tag' | 'endless'>): void {
  const around = open.at(-1) ?? OUTSIDE;
  if (around.body === 'fixed') return;
  const inside = insideOf(line, around);
  if (!endless || inside.body === 'fixed') open.push({ ...inside, tag, endless });
}

function insideOf(line: Line, around: Surroundings): Surroundings {
  const name = tagName(line);
  if (!hasTextBody(name)) return around;
  if (name !== 'macro') return { ...around, body: 'fixed' };
  return { body: 'macro', parameters: around.body === 'macro' ? ANY_TEXT : parametersOf(line) };
}

/** Ends the section of an opening tag and all that are open inside it; a section that they crossed is no longer open. */
function leave(open: Section[], tag: number): void {
  const position = positionOf(open, tag);
  if (open[position]?.tag === tag && !open.at(-1)?.endless) open.length = position;
}

/**
 * A line of a macro is stored without the blanks at its end and read again where the macro is used: behind a backslash
 * it then goes on with the next one, and what that holds depends on blank lines and open quotes.
 */
function runsOn(line: Line): boolean {
  return line.form !== 'comment' && textOf(line).text.endsWith('\\');
}

function fixedFromHere(section: Section): Section {
  return section.body === 'macro' ? { ...section, body: 'fixed' } : section;
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
