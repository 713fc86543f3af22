import { sourceSpan } from '../base/mapped.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { resolve, type Directive } from '../evaluation/directive.ts';
import { moduleFolder, seenBuild } from '../evaluation/layout.ts';
import type { Settings } from '../evaluation/settings.ts';
import { stepOf } from '../evaluation/step.ts';
import type { Line } from '../syntax/line.ts';
import type { Cursor } from './cursor.ts';

/** Lines that load a module, before and behind the cursor, in order. */
export interface LoadLines {
  readonly before: readonly Directive[];
  readonly behind: readonly Directive[];
}

/** The other lines of the file that load a module. */
export function loadLines({ evaluation, ask, step }: Cursor): LoadLines {
  const before: Directive[] = [];
  const behind: Directive[] = [];
  let found = before;
  for (const run of evaluation.runs) {
    run.chunk.lines.forEach((line, index) => {
      if (run.chunk === step?.ref.chunk && index === step.ref.index) found = behind;
      else if (loadsModule(line)) found.push(resolve(stepOf(run, index), ask));
    });
  }
  return { before, behind };
}

function loadsModule({ form, key }: Line): boolean {
  return form === 'directive' && (entryOf(key)?.slots.some((slot) => slot.kind === 'module-file') ?? false);
}

export function identifierOf({ parts }: Directive): string | undefined {
  return parts.flat().find((part) => part.role === 'module')?.key;
}

/** The folder to write before the file of a module, with its final slash: as the nearest line has it, else as the layout. */
export function folderOfModules(cursor: Cursor, { before, behind }: LoadLines, settings: Settings): string {
  const folders = [...[...before].reverse(), ...behind].map(folderOf);
  return folders.find((folder) => folder !== undefined) ?? layoutFolder(cursor, settings);
}

/** As it is written there, with any variable in it. */
function folderOf({ words, slots, step }: Directive): string | undefined {
  const word = words[slots.findIndex((slot) => slot?.kind === 'module-file')];
  if (!word) return undefined;
  const { start, end } = sourceSpan(word.value, { start: 0, end: word.value.text.length });
  const path = step.source.raw.slice(start, end);
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function layoutFolder({ evaluation: { file } }: Cursor, { staticModules }: Settings): string {
  return moduleFolder(typeof staticModules === 'string' ? staticModules : seenBuild(file));
}
