import { dirname, resolve } from 'node:path';
import { isMainFile, rootComment, type SourceFile } from '../engine/engine.ts';
import { filePath } from '../hosts/fileUri.ts';
import { namedFile } from './files.ts';

/** The main configurations that files are, or that their comments name, as URIs. */
export function rootsOf(files: readonly SourceFile[]): string[] {
  return [...new Set(files.flatMap((file) => commentedRoot(file) ?? (isMainFile(file) ? [file.uri] : [])))];
}

/** What `# htconf: root=../httpd.conf` means. */
function commentedRoot(file: SourceFile): string[] | undefined {
  const comment = rootComment(file);
  const path = filePath(file.uri);
  return comment === undefined || path === undefined ? undefined : [namedFile(resolve(dirname(path), comment)).uri];
}
