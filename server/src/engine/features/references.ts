import { HOLE } from '../base/ask.ts';
import type { Piece } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Place } from '../evaluation/place.ts';
import { variableKey } from '../kinds/world.ts';
import { macroAround } from './body.ts';
import type { Cursor } from './cursor.ts';
import { code } from './markdown.ts';

/** A `${NAME}` and what it is, in words. */
export interface Reference {
  /** In the `raw` of the line. */
  readonly span: Span;
  readonly words: string;
}

/** The reference to a variable that the cursor is in. */
export function referenceAt(cursor: Cursor): Reference | undefined {
  const { step, inLine } = cursor;
  if (!step?.source.variable || step.source.form === 'comment') return undefined;
  for (const match of step.source.raw.matchAll(/\$\{([^}]*)\}/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (span.start <= inLine && inLine < span.end) return { span, words: words(match[1] ?? '', span, cursor) };
  }
  return undefined;
}

function words(name: string, { start }: Span, { step, place, ask }: Cursor): string {
  const text = step?.line.text;
  const piece = text?.pieces?.find((one) => one.source.start === start && isReference(one));
  if (!text || !piece) return wordsUnread(name, place);
  const value = text.text.slice(piece.here.start, piece.here.end);
  return wordsRead(name, piece, value, ask(variableKey(name)) === HOLE);
}

function isReference({ what }: Piece): boolean {
  return what === 'variable' || what === 'undefined' || what === 'hole';
}

function wordsRead(name: string, { what }: Piece, value: string, isHole: boolean): string {
  const reference = code(`\${${name}}`);
  if (what === 'variable') return `${reference} is ${code(value)} here.`;
  if (what === 'undefined') return `Nothing defines ${code(name)}: httpd leaves ${reference} as it stands.`;
  if (isHole) return `What ${reference} is depends on a condition or a value that is not known here.`;
  return `What ${reference} is depends on the main configuration, or on the environment of httpd, which are not known here.`;
}

/** Of a line in which httpd puts no values. */
function wordsUnread(name: string, place: Place): string {
  const reference = code(`\${${name}}`);
  if (macroAround(place)) return `${reference} takes the value that ${code(name)} has where the macro is used.`;
  if (name.includes(':')) return `${reference} is left as it stands: mod_rewrite looks it up in a map.`;
  return `httpd does not read this line here, so it does not look at ${reference}.`;
}
