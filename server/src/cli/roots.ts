import { dirname, resolve } from 'node:path';
import { isMainFile, rootComment, type SourceFile, type Survey } from '../engine/engine.ts';
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

/** Those of some roots that no other of them reads; of roots that read each other the first one stays. */
export function outermost(survey: Survey, roots: readonly string[]): string[] {
  const inner = new Set<string>();
  for (const root of [...roots].reverse()) {
    const readers = survey.readers.get(root) ?? [];
    const isRead = readers.some(({ file: { uri } }) => uri !== root && roots.includes(uri) && !inner.has(uri));
    if (isRead) inner.add(root);
  }
  return roots.filter((root) => !inner.has(root));
}
