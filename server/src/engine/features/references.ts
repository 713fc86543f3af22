import { HOLE } from '../base/ask.ts';
import type { Piece } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { references } from '../evaluation/expand.ts';
import type { Place } from '../evaluation/place.ts';
import { variableKey } from '../kinds/world.ts';
import type { Line } from '../syntax/line.ts';
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
  const found = step && referencesIn(step.source).find(({ span }) => span.start <= inLine && inLine < span.end);
  return found && { span: found.span, words: words(nameOf(found, step.source), found.span, cursor) };
}

/** Where `${NAME}` stands for a variable, and its name, in the `raw` of a line. A name with a colon is one of mod_rewrite. */
export function variablesWithin(line: Line): readonly Written[] {
  return referencesIn(line).filter((one) => !nameOf(one, line).includes(':'));
}

interface Written {
  readonly span: Span;
  readonly name: Span;
}

function referencesIn({ variable, form, raw }: Line): readonly Written[] {
  if (!variable || form === 'comment') return [];
  return [...references(raw)].map((span) => ({ span, name: { start: span.start + 2, end: span.end - 1 } }));
}

function nameOf({ name }: Written, { raw }: Line): string {
  return raw.slice(name.start, name.end);
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
