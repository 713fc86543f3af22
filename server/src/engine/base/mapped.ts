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

/** Makes every mapped text: `replacements` are in order and do not overlap. */
export function replaced(mapped: Mapped, replacements: readonly Replacement[]): Mapped {
  if (replacements.length === 0) return mapped;
  const pieces: Piece[] = [];
  const old = mapped.pieces ?? [];
  let text = '';
  let from = 0;
  let next = 0;
  const keepUntil = (limit: number): void => {
    const shift = text.length - from;
    for (let piece = old[next]; piece && piece.here.end <= limit; piece = old[++next]) pieces.push(moved(piece, shift));
    text += mapped.text.slice(from, limit);
  };
  for (const replacement of replacements) {
    keepUntil(replacement.span.start);
    while (old[next] && (old[next] as Piece).here.start < replacement.span.end) next++;
    const here = { start: text.length, end: text.length + replacement.text.length };
    pieces.push(pieceOf(replacement, here, sourceSpan(mapped, replacement.span)));
    text += replacement.text;
    from = replacement.span.end;
  }
  keepUntil(mapped.text.length);
  return { text, at: mapped.at, pieces };
}

function pieceOf(replacement: Replacement, here: Span, source: Span): Piece {
  const piece = { here, source, what: replacement.what };
  return replacement.name === undefined ? piece : { ...piece, name: replacement.name };
}

function moved(piece: Piece, by: number): Piece {
  return { ...piece, here: { start: piece.here.start + by, end: piece.here.end + by } };
}

/** The part of a mapped text that `span` covers; pieces that it cuts keep their whole source. */
export function slice(mapped: Mapped, span: Span): Mapped {
  const text = mapped.text.slice(span.start, span.end);
  if (!mapped.pieces) return { text, at: mapped.at + span.start };
  const inside = mapped.pieces.filter(
    (p) => p.here.start < span.end && p.here.end > span.start && p.here.end > p.here.start,
  );
  const joins = mapped.pieces.filter(
    (p) => p.here.start === p.here.end && p.here.start > span.start && p.here.start < span.end,
  );
  const pieces = [...inside, ...joins]
    .sort((a, b) => a.here.start - b.here.start)
    .map((p) => ({ ...p, here: clipped(p.here, span) }));
  const at = sourceStart(mapped, span.start);
  return pieces.length > 0 ? { text, at, pieces } : { text, at };
}

function clipped(here: Span, span: Span): Span {
  return { start: Math.max(here.start, span.start) - span.start, end: Math.min(here.end, span.end) - span.start };
}

/** The range of the source that a range of the text came from; a range that touches a value covers its whole reference. */
export function sourceSpan(mapped: Mapped, span: Span): Span {
  const start = sourceStart(mapped, span.start);
  if (span.end === span.start) return { start, end: start };
  return { start, end: Math.max(start, sourceEnd(mapped, span.end)) };
}

/** Where the unit at `offset` begins in the source: behind what was joined away before it. */
function sourceStart(mapped: Mapped, offset: number): number {
  let base = mapped.at;
  let from = 0;
  for (const piece of mapped.pieces ?? []) {
    if (piece.here.start > offset) break;
    if (piece.here.end > offset) return piece.source.start;
    base = piece.source.end;
    from = piece.here.end;
  }
  return base + offset - from;
}

/** Where the unit before `offset` ends in the source. */
function sourceEnd(mapped: Mapped, offset: number): number {
  let base = mapped.at;
  let from = 0;
  for (const piece of mapped.pieces ?? []) {
    if (piece.here.start >= offset) break;
    if (piece.here.end >= offset) return piece.source.end;
    base = piece.source.end;
    from = piece.here.end;
  }
  return base + offset - from;
}

/** The offset in the text of a position in the source: the end of a value for a position inside its reference. */
export function offsetAt(mapped: Mapped, position: number): number {
  let base = mapped.at;
  let from = 0;
  for (const piece of mapped.pieces ?? []) {
    if (piece.source.start >= position) break;
    if (piece.source.end > position) return piece.here.end;
    base = piece.source.end;
    from = piece.here.end;
  }
  return Math.min(mapped.text.length, from + Math.max(0, position - base));
}

/** True where a value that is not known lies in, or at the edge of, the range. */
export function touchesHole(mapped: Mapped, span: Span): boolean {
  return (mapped.pieces ?? []).some((p) => p.what === 'hole' && p.here.start <= span.end && p.here.end >= span.start);
}
