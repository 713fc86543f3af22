import { withEdits, type Edit, type SourceFile } from '../engine/engine.ts';

/** The file after edits that are all in positions of it as it is. */
export function edited(file: SourceFile, edits: readonly Edit[]): SourceFile {
  const lastFirst = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return withEdits(file, file.version + 1, lastFirst);
}
