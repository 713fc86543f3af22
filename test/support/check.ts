import { lineStarts, positionAt } from './lines.ts';
import { checkText, NO_SETTINGS, type Reported, type Settings } from '../../server/src/engine/engine.ts';

/** A finding with the physical line, from 1, that it begins on. */
export type FoundInText = Reported & { readonly line: number };

/** What the engine finds in a text that stands under this URI. */
export function check(text: string, uri: string, settings: Partial<Settings> = {}): FoundInText[] {
  const starts = lineStarts(text);
  const found = checkText(uri, text, { ...NO_SETTINGS, ...settings });
  return found.map((one) => ({ ...one, line: positionAt(starts, one.span.start).line + 1 }));
}
