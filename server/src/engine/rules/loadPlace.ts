import { KEYS } from '../kinds/world.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { lineEnd } from './edits.ts';
import { asLoadLine, type LineInFile, type LoadLine } from './loadLines.ts';
import type { FixContext } from './rule.ts';

/** Where new lines that load modules are written. */
export interface LoadPlace {
  readonly file: SourceFile;
  readonly offset: number;
  /** The end of the line before them, where it has none. */
  readonly lead: string;
  readonly eol: string;
  /** A line to take after. */
  readonly like?: LoadLine;
}

/** `above`: the lines must stand above that of the finding; then `lines`, those at the top level, end there. */
export function loadPlace(context: FixContext, lines: readonly LineInFile[], above: boolean): LoadPlace | undefined {
  const { file, step, ask, evaluation } = context;
  const here = { file, ref: step.ref, line: step.source };
  const loads = lines.map(asLoadLine).filter((one) => one !== undefined && !one.comment) as LoadLine[];
  const like = lastOfMost(loads);
  if (above && (asLoadLine(here) || !like)) return placeBefore(here, asLoadLine(here) ?? like);
  const own = lines.filter((one) => one.file === evaluation.file);
  const enabling = ask(KEYS.build) === 'debian' && !above ? own.find(enablesModules) : undefined;
  const last = enabling ?? like ?? own.find(({ line }) => line.key === 'serverroot');
  if (last) return placeBehind(last, like);
  const first = own.find(({ line }) => line.form === 'directive' || line.form === 'open');
  return first && placeBefore(first);
}

/** The last such line of the file that has most of them. */
function lastOfMost(loads: readonly LoadLine[]): LoadLine | undefined {
  const byFile = new Map<SourceFile, LoadLine[]>();
  for (const one of loads) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one]);
  const most = [...byFile.values()].sort((a, b) => b.length - a.length)[0];
  return most?.at(-1);
}

/** Debian's Include of all that `a2enmod` enables. */
function enablesModules({ line }: LineInFile): boolean {
  return line.key.startsWith('include') && /\bmods-enabled\/\*\.load\b/.test(line.raw);
}

export function placeBefore({ file, ref }: LineInFile, like?: LoadLine): LoadPlace {
  return { file, offset: lineOffset(file, ref) ?? 0, lead: '', eol: lineEnd(file, ref), ...(like && { like }) };
}

function placeBehind({ file, ref, line }: LineInFile, like?: LoadLine): LoadPlace {
  const eol = lineEnd(file, ref);
  const offset = (lineOffset(file, ref) ?? 0) + line.raw.length;
  return { file, offset, lead: line.raw.endsWith('\n') ? '' : eol, eol, ...(like && { like }) };
}
