import type { Span } from './span.ts';

/**
 * A string that knows where each range of it came from. The text starts at offset `at` of its source; without pieces
 * it stands there verbatim. Pieces are the places where the text differs from the source, in order; between them it is
 * verbatim.
 */
export interface Mapped {
  readonly text: string;
  readonly at: number;
  readonly pieces?: readonly Piece[];
}

/**
 * `joined`: units of the source that are no part of the text (a continuation, an escape); `argument`, `variable`: a
 * value stands for a name; `undefined`: a reference that httpd leaves as it stands; `hole`: a reference whose value is
 * not known, left as it stands.
 */
export interface Piece {
  readonly here: Span;
  readonly source: Span;
  readonly what: PieceKind;
  readonly name?: string;
}

export type PieceKind = 'joined' | 'argument' | 'variable' | 'undefined' | 'hole';

/** A change of a mapped text, in offsets of that text. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
  readonly what: PieceKind;
  readonly name?: string;
}

export function verbatim(text: string, at = 0): Mapped {
  return { text, at };
}

/**
 * Makes every mapped text: `replacements` are in order, do not overlap, and none has an empty span. What is left of a
 * value that one of them cuts keeps its whole source.
 */
export function replaced(mapped: Mapped, replacements: readonly Replacement[]): Mapped {
  if (replacements.length === 0) return mapped;
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  let from = 0;
  for (const replacement of replacements) {
    keep(replacement.span.start);
    const here = { start: length, end: length + replacement.text.length };
    pieces.push(pieceOf(replacement, here, sourceSpan(mapped, replacement.span)));
    texts.push(replacement.text);
    length = here.end;
    from = replacement.span.end;
  }
  keep(mapped.text.length);
  return { text: texts.join(''), at: mapped.at, pieces };

  function keep(end: number): void {
    const kept = { start: from, end };
    for (const piece of piecesWithin(mapped, kept)) pieces.push(moved(piece, kept, length));
    texts.push(mapped.text.slice(from, end));
    length += end - from;
  }
}

function pieceOf(replacement: Replacement, here: Span, source: Span): Piece {
  const piece = { here, source, what: replacement.what };
  return replacement.name === undefined ? piece : { ...piece, name: replacement.name };
}

/** The part of a piece that lies in `kept`, where that range begins at `to`. */
function moved(piece: Piece, kept: Span, to: number): Piece {
  const shift = to - kept.start;
  const start = Math.max(piece.here.start, kept.start) + shift;
  return { ...piece, here: { start, end: Math.min(piece.here.end, kept.end) + shift } };
}

/** The part of a mapped text that `span` covers; pieces that it cuts keep their whole source. */
export function slice(mapped: Mapped, span: Span): Mapped {
  const text = mapped.text.slice(span.start, span.end);
  const at = sourceStart(mapped, span.start);
  const pieces = piecesWithin(mapped, span).filter(
    ({ here }) => here.end > here.start || (here.start > span.start && here.start < span.end),
  );
  return pieces.length > 0 ? { text, at, pieces: pieces.map((piece) => moved(piece, span, 0)) } : { text, at };
}

/** Pieces that share a unit with a range, and those without a unit that stand in it or at its edge. */
function piecesWithin({ pieces }: Mapped, { start, end }: Span): readonly Piece[] {
  if (!pieces) return [];
  const first = countWhile(pieces, ({ here }) => here.end <= start && here.start < start);
  const behind = countWhile(pieces, ({ here }) => here.start < end || here.end === end);
  const within = pieces.slice(first, Math.max(first, behind));
  return start < end ? within : within.filter(({ here }) => here.start === here.end);
}

/** The range of the source that a range of the text came from; a range that touches a value covers its whole reference. */
export function sourceSpan(mapped: Mapped, span: Span): Span {
  const start = sourceStart(mapped, span.start);
  if (span.end === span.start) return { start, end: start };
  return { start, end: Math.max(start, sourceEnd(mapped, span.end)) };
}

/** Where the unit at `offset` begins in the source: behind what was joined away before it. */
function sourceStart(mapped: Mapped, offset: number): number {
  const piece = lastPiece(mapped, ({ here }) => here.start <= offset);
  if (!piece) return mapped.at + offset;
  return piece.here.end > offset ? piece.source.start : piece.source.end + offset - piece.here.end;
}

/** Where the unit before `offset` ends in the source. */
function sourceEnd(mapped: Mapped, offset: number): number {
  const piece = lastPiece(mapped, ({ here }) => here.start < offset);
  if (!piece) return mapped.at + offset;
  return piece.here.end >= offset ? piece.source.end : piece.source.end + offset - piece.here.end;
}

/** The offset in the text of a position in the source: the end of a value for a position inside its reference. */
export function offsetAt(mapped: Mapped, position: number): number {
  const piece = lastPiece(mapped, ({ source }) => source.start < position);
  if (!piece) return Math.min(mapped.text.length, Math.max(0, position - mapped.at));
  if (piece.source.end > position) return piece.here.end;
  return Math.min(mapped.text.length, piece.here.end + position - piece.source.end);
}

/** True where a value that is not known lies in, or at the edge of, the range. */
export function touchesHole({ pieces = [] }: Mapped, span: Span): boolean {
  const first = countWhile(pieces, ({ here }) => here.end < span.start);
  for (let at = first; at < pieces.length; at++) {
    const { here, what } = pieces[at] as Piece;
    if (here.start > span.end) return false;
    if (what === 'hole') return true;
  }
  return false;
}

function lastPiece({ pieces = [] }: Mapped, isBefore: (piece: Piece) => boolean): Piece | undefined {
  return pieces[countWhile(pieces, isBefore) - 1];
}

/** How many pieces, from the first on, pass a test that none passes once one has failed it. Binary search: a line may have many. */
function countWhile(pieces: readonly Piece[], passes: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(pieces[middle] as Piece)) low = middle + 1;
    else high = middle;
  }
  return low;
}
