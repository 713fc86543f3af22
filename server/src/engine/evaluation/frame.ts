import { macroOf, substitution, type Substitute } from './macro.ts';

/** A macro that is being read in place of the line that uses it. */
export interface Frame {
  readonly name: string;
  /** As an answer. */
  readonly macro: string;
  readonly values: readonly string[];
  readonly lines: readonly string[];
  /** Puts the values in. */
  readonly substitute: Substitute;
  /** The line that is read next, from 0. */
  next: number;
}

export function frameOf(name: string, macro: string, values: readonly string[], next = 0): Frame {
  const { parameters, lines } = macroOf(macro);
  return { name, macro, values, lines, substitute: substitution(parameters, values), next };
}

/** Frames as a text that can be kept and compared. */
export function textOfFrames(frames: readonly Frame[]): string {
  return JSON.stringify(frames.map(({ name, macro, values, next }) => [name, macro, values, next]));
}

/** The frames that such a text was made from. */
export function framesOf(text: string): Frame[] {
  const stored = JSON.parse(text) as [name: string, macro: string, values: string[], next: number][];
  return stored.map((frame) => frameOf(...frame));
}
