import { sep } from 'node:path';
import { fileText, findingsIn, safeEdits, type Edit, type SourceFile } from '../engine/engine.ts';
import { encode } from '../hosts/encoding.ts';
import { filePath } from '../hosts/fileUri.ts';
import { toldFiles, withTexts, type Configuration } from './configuration.ts';
import { displayPath } from './displayPath.ts';
import { edited } from './edited.ts';
import type { Named } from './named.ts';
import { Problem } from './problem.ts';
import { readContent } from './read.ts';
import { replaceFile } from './write.ts';

/** A configuration after its repairs; `changes` counts their edits. */
export interface Repaired {
  readonly configuration: Configuration;
  readonly changes: number;
}

/** Of two repairs of the same words only one is made at a time. No text needs more rounds than this. */
const MOST_ROUNDS = 10;

/**
 * Makes the safe repairs of the files that were named, and writes those that change. Adds a sentence to `problems` for
 * each that cannot be written; it then counts as it is on the disk.
 */
export async function repair(before: Configuration, named: Named, problems: string[]): Promise<Repaired> {
  let configuration = before;
  const changes = new Map<string, number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = editsIn(configuration, named);
    if (edits.size === 0) break;
    for (const [uri, list] of edits) changes.set(uri, (changes.get(uri) ?? 0) + list.length);
    configuration = await withTexts(configuration, editedFiles(configuration, edits));
  }
  const unwritten = await writeAll(before, configuration, named, [...changes.keys()], problems);
  for (const { uri } of unwritten) changes.delete(uri);
  const total = [...changes.values()].reduce((sum, count) => sum + count, 0);
  return {
    configuration: unwritten.length > 0 ? await withTexts(configuration, unwritten) : configuration,
    changes: total,
  };
}

/** The edits of all safe repairs, by file. */
function editsIn(configuration: Configuration, named: Named): Map<string, readonly Edit[]> {
  const { survey, snapshot } = configuration.gathered;
  const edits = new Map<string, Edit[]>();
  for (const uri of toldFiles(configuration, named).filter((one) => isNamed(one, named))) {
    for (const edit of safeEdits(findingsIn(survey, uri, snapshot.settings))) {
      const target = edit.uri ?? uri;
      if (isNamed(target, named)) edits.set(target, [...(edits.get(target) ?? []), edit]);
    }
  }
  return edits;
}

/** Whether a file was named, or lies in a folder that was. */
function isNamed(uri: string, { files, folders }: Named): boolean {
  const path = filePath(uri);
  return (
    files.some((file) => file.uri === uri) ||
    folders.some((folder) => path?.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`))
  );
}

function editedFiles({ gathered }: Configuration, edits: ReadonlyMap<string, readonly Edit[]>): SourceFile[] {
  return [...edits].flatMap(([uri, list]) => {
    const file = gathered.snapshot.files.get(uri);
    return file ? [edited(file, list)] : [];
  });
}

/** Writes some files; those that cannot be written, as they are on the disk. */
async function writeAll(
  before: Configuration,
  after: Configuration,
  named: Named,
  uris: readonly string[],
  problems: string[],
): Promise<SourceFile[]> {
  const unwritten: SourceFile[] = [];
  for (const uri of uris) {
    const [old, changed] = [before, after].map(({ gathered }) => gathered.snapshot.files.get(uri));
    if (!old || !changed) continue;
    try {
      await write(pathOf(uri, named), fileText(old), fileText(changed));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error.message);
      unwritten.push(old);
    }
  }
  return unwritten;
}

function pathOf(uri: string, { files }: Named): string {
  return files.find((file) => file.uri === uri)?.path ?? filePath(uri) ?? uri;
}

/** Replaces a text on the disk, in the encoding that it has there. */
async function write(path: string, old: string, text: string): Promise<void> {
  const content = await readContent(path);
  if ('unread' in content || content.text !== old)
    throw new Problem(`${displayPath(path)} has changed while it was checked; it was left as it is.`);
  replaceFile(path, encode({ text, encoding: content.encoding }));
}
