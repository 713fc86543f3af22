/** What belongs to an opening brace. All are offsets in the text. */
export interface Braces {
  /** Its closing brace. */
  readonly close: number;
  /** The first `:` directly between them. */
  readonly colon?: number;
  /** The first `|` behind that. */
  readonly bar?: number;
}

interface Open {
  readonly at: number;
  colon?: number;
  bar?: number;
}

/**
 * All pairs of braces in a text by their opening one, in one pass. mod_rewrite counts braces whatever stands before them
 * (modules/mappers/mod_rewrite.c, `find_closing_curly`).
 */
export function bracesIn(text: string): ReadonlyMap<number, Braces> {
  const pairs = new Map<number, Braces>();
  const stack: Open[] = [];
  for (let at = 0; at < text.length; at++) {
    const open = stack.at(-1);
    if (text[at] === '{') stack.push({ at });
    else if (!open) continue;
    else if (text[at] === '}') closed(stack, at, pairs);
    else if (text[at] === ':') open.colon ??= at;
    else if (text[at] === '|' && open.colon !== undefined) open.bar ??= at;
  }
  return pairs;
}

function closed(stack: Open[], close: number, pairs: Map<number, Braces>): void {
  const open = stack.pop();
  if (!open) return;
  const { at, colon, bar } = open;
  pairs.set(at, { close, ...(colon !== undefined && { colon }), ...(bar !== undefined && { bar }) });
}
