import type { Severity } from '../../engine/engine.ts';

/** Text as a terminal shows it in a style. */
export type Paint = (text: string, style: Style) => string;
type Style = Severity | 'strong' | 'faint';

const ANSI: Readonly<Record<Style, number>> = { error: 31, warning: 33, info: 34, hint: 36, strong: 1, faint: 2 };

const painted: Paint = (text, style) => `\x1b[${String(ANSI[style])}m${text}\x1b[0m`;

/** The text as it is. */
export const plain: Paint = (text) => text;

export function paintFor(colour: boolean): Paint {
  return colour ? painted : plain;
}
