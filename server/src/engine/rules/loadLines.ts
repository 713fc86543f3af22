import type { Evaluation } from '../evaluation/evaluation.ts';
import type { LineRef } from '../syntax/chunk.ts';
import type { Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';

/** A line of a configuration, in its file. */
export interface LineInFile {
  readonly file: SourceFile;
  readonly ref: LineRef;
  readonly line: Line;
}

/** A line that loads a module, or would load it if it were no comment. */
export interface LoadLine extends LineInFile {
  readonly identifier: string;
  /** What makes it a comment, a range of its `raw`. */
  readonly comment?: { readonly start: number; readonly end: number };
  /** What stands before the identifier. */
  readonly before: string;
  /** What stands before the name of the file: blanks, a quote, the path of the folder. */
  readonly folder: string;
  /** What stands behind it: a quote or nothing. */
  readonly behind: string;
}

const LOAD = /^([^\S\n]*)(#[#\t ]*)?(loadmodule[\t ]+)(\S+)([\t ]+["']?(?:[^\s"']*[\\/])?)[^\s"'\\/]+(["']?)\s*$/i;

/** Lines outside of all sections, in the order of reading, each once; those above `end` where it is given. */
export function* linesAtTop(evaluation: Evaluation, end?: LineRef): Generator<LineInFile> {
  const files = new Map(evaluation.inclusions.map(({ file }) => [file.uri, file]));
  const seen = new Set<Line>();
  for (const { uri, chunk, from, places } of evaluation.runs) {
    const file = files.get(uri);
    for (const [at, place] of places.entries()) {
      if (end && chunk === end.chunk && from + at === end.index) return;
      const line = chunk.lines[from + at];
      if (!file || !line || place.parent || seen.has(line)) continue;
      seen.add(line);
      yield { file, ref: { chunk, index: from + at }, line };
    }
  }
}

/** The line as one that loads a module. */
export function asLoadLine(one: LineInFile): LoadLine | undefined {
  const [, indent = '', hash, name = '', identifier = '', folder = '', behind = ''] = LOAD.exec(one.line.raw) ?? [];
  if (identifier === '') return undefined;
  const comment = hash === undefined ? undefined : { start: indent.length, end: indent.length + hash.length };
  return { ...one, identifier, before: indent + name, folder, behind, ...(comment && { comment }) };
}
