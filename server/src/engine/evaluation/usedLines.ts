import type { Mapped } from '../base/mapped.ts';
import type { Truth } from '../base/truth.ts';
import { expandedHeader, headerOf, type Header } from '../syntax/line.ts';
import type { Pairing } from '../syntax/pairs.ts';
import type { Included } from './includes.ts';
import type { Load } from './load.ts';
import type { Place } from './place.ts';
import { readText, type MacroUse, type Reading } from './reading.ts';

/** A line that a macro made. */
export interface UsedLine extends Header {
  /** The macro as an answer, which of its lines this is, from 0, and how that is written. */
  readonly macro: string;
  readonly line: number;
  readonly written: string;
  /** How many macros had to be used to come here: 1 for those of the line itself. */
  readonly depth: number;
  /** With arguments and variables put in; its source is the line of the macro. */
  readonly text: Mapped;
  readonly place: Place;
  readonly condition?: Truth;
  readonly use?: MacroUse;
  readonly load?: Load;
  readonly included?: Included;
}

/**
 * Reads the lines of the macros that are being used, as they come one after the other: up to the end of the outermost one,
 * or behind an Include. What that brings in is read before the rest.
 */
export function readUsedLines(reading: Reading): UsedLine[] {
  const { frames } = reading;
  const made: UsedLine[] = [];
  for (let frame = frames.at(-1); frame && !reading.included; frame = frames.at(-1)) {
    const line = frame.lines[frame.next];
    if (line)
      made.push(readUsedLine({ ...line, macro: frame.macro, line: frame.next++, depth: frames.length }, reading));
    else frames.pop();
  }
  return made;
}

type SourceOfUsed = Pick<UsedLine, 'macro' | 'line' | 'written' | 'depth' | 'text'>;

/** Its tags are paired by their names alone, as httpd does. */
function readUsedLine(source: SourceOfUsed, reading: Reading): UsedLine {
  const { place } = reading;
  const { form, key } = headerOf(source.text.text);
  const closes = form === 'close' && place.section === `<${key.slice(2)}`;
  const variable = source.text.text.includes('${');
  const unread = { form, key, variable, pairing: PAIRED, pops: closes ? 1 : 0, text: () => source.text };
  const { text = source.text, condition, use, load } = readText(unread, reading);
  const { included } = reading;
  const header = text === source.text ? { form, key } : expandedHeader(text.text);
  return {
    ...source,
    ...header,
    text,
    place,
    ...(condition && { condition }),
    ...(use && { use }),
    ...(load && { load }),
    ...(included && { included }),
  };
}

const PAIRED: Pairing = { kind: 'exact', pops: 0 };
