import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { childUri, isMainFile, parentUri, rootComment, type SourceFile } from '../engine/engine.ts';
import { filePath } from '../hosts/fileUri.ts';
import { namedFile } from './files.ts';

/** The main configurations that files are, that their comments name, or that Debian's layout has for them, as URIs. */
export function rootsOf(files: readonly SourceFile[]): string[] {
  return [...new Set(files.flatMap(rootsFor))];
}

function rootsFor(file: SourceFile): readonly string[] {
  return commentedRoot(file) ?? (isMainFile(file) ? [file.uri] : rootsBeside(file.uri));
}

/** What `# htconf: root=../httpd.conf` means. */
function commentedRoot(file: SourceFile): string[] | undefined {
  const comment = rootComment(file);
  const path = filePath(file.uri);
  return comment === undefined || path === undefined ? undefined : [namedFile(resolve(dirname(path), comment)).uri];
}

/** A file that is enabled, or may be: it means nothing without the main configuration beside its folder. */
const ENABLED_OR_NOT = /\/(sites|conf|mods)-(available|enabled)\/[^/]+$/;

const MAIN_FILES = ['apache2.conf', 'httpd.conf', 'conf/httpd.conf'];

function rootsBeside(uri: string): readonly string[] {
  if (!ENABLED_OR_NOT.test(uri)) return [];
  const candidates = MAIN_FILES.map((name) => childUri(parentUri(parentUri(uri)), name));
  return candidates.filter((candidate) => existsSync(filePath(candidate) ?? ''));
}
