/** A half-open range of UTF-16 units, counted from the start of the text that it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` of a text with `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text after all edits; they are given in positions of the text before, in any order, and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
