import { existsSync, writeFileSync } from 'node:fs';
import type { Httpd } from '../support/oracle/oracle.ts';
import { EFFECTS, type Effect, type Judged } from './change.ts';
import { FAMILIES, type Family } from './families.ts';
import { KINDS, type Kind } from './kinds.ts';
import { tryAll, type Trials } from './trials.ts';
import { FIGURES, readFigures, type Counts, type FamilyFigures, type Figures } from './writtenFigures.ts';

/** Asks the real httpd about everything, which takes a minute, and writes the figures; those of missing texts stay. */
export async function writeFigures(httpd: Httpd): Promise<void> {
  const written = existsSync(FIGURES) ? readFigures().families : {};
  const families: [string, FamilyFigures][] = [];
  for (const family of FAMILIES) {
    const figures = await newFigures(httpd, family, written[family.name]);
    if (figures) families.push([family.name, figures]);
  }
  const figures: Figures = { httpd: httpd.version, families: Object.fromEntries(families) };
  writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`);
}

async function newFigures(httpd: Httpd, family: Family, written?: FamilyFigures): Promise<FamilyFigures | undefined> {
  return family.missing === false ? figuresOf(await tryAll(httpd, family)) : written;
}

export function figuresOf({ texts, judged, leftAlone }: Trials): FamilyFigures {
  const counts = KINDS.map((kind) => [kind, countsOf(judged[kind])]);
  return { texts, ...(Object.fromEntries(counts) as Record<Kind, Counts>), leftAlone: leftAlone.length };
}

function countsOf(judged: readonly Judged[]): Counts {
  const counts = EFFECTS.map((effect) => [effect, judged.filter((one) => one.effect === effect).length]);
  return Object.fromEntries(counts) as Record<Effect, number>;
}
