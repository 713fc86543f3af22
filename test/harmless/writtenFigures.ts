import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Effect } from './change.ts';
import { KINDS, type Kind } from './kinds.ts';

/** How many changes had which effect. */
export type Counts = Readonly<Record<Effect, number>>;

/** The figures of a family. */
export interface FamilyFigures extends Readonly<Record<Kind, Counts>> {
  readonly texts: number;
  /** Formattings that the formatter did not dare. */
  readonly leftAlone: number;
}

/** What the real httpd said of fixes and formatting. */
export interface Figures {
  /** The version of httpd that judged. */
  readonly httpd: string;
  /** By name of the family. */
  readonly families: Readonly<Record<string, FamilyFigures>>;
}

/** Where they are written down. */
export const FIGURES = resolve('test/harmless/figures.json');

/** The figures as they were written last. */
export function readFigures(): Figures {
  return JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures;
}

/** How many changes there were. */
function changesOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What does not depend on the httpd that judges: the texts, and how many changes there are. */
export function totalsOf(figures: FamilyFigures): Readonly<Record<string, number>> {
  const sums = KINDS.map((kind) => [kind, changesOf(figures[kind])]);
  return { texts: figures.texts, leftAlone: figures.leftAlone, ...(Object.fromEntries(sums) as Record<Kind, number>) };
}
