import type { Mapped } from '../base/mapped.ts';
import { macroOf, substitution } from './macro.ts';

/** A macro that is being read in place of the line that uses it. */
export interface Frame {
  readonly name: string;
  /** As an answer. */
  readonly macro: string;
  readonly values: readonly string[];
  readonly lines: readonly FrameLine[];
  /** The line that is read next, from 0. */
  next: number;
}

interface FrameLine {
  readonly written: string;
  /** With the values put in. */
  readonly text: Mapped;
}

/** Puts the values into all lines, as httpd does before it reads the first; undefined where it has no room for one. */
export function frameOf(name: string, macro: string, values: readonly string[], next = 0): Frame | undefined {
  const { parameters, lines } = macroOf(macro);
  const substitute = substitution(parameters, values);
  const made: FrameLine[] = [];
  for (const written of lines) {
    const text = substitute(written);
    if (!text) return undefined;
    made.push({ written, text });
  }
  return { name, macro, values, lines: made, next };
}

/** Frames as a text that can be kept and compared. */
export function textOfFrames(frames: readonly Frame[]): string {
  return JSON.stringify(frames.map(({ name, macro, values, next }) => [name, macro, values, next]));
}

/** The frames that such a text was made from. */
export function framesOf(text: string): Frame[] {
  const stored = JSON.parse(text) as [name: string, macro: string, values: string[], next: number][];
  return stored.flatMap((frame) => frameOf(...frame) ?? []);
}
