import type { Part } from './kind.ts';

/** A part of a text that begins `by` units further on in another one. */
export function moved(part: Part, by: number): Part {
  return { ...part, span: { start: part.span.start + by, end: part.span.end + by } };
}
