import { constants, type Dirent, type Stats } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_FILE, type FolderEntry } from '../engine/engine.ts';
import { decode } from './encoding.ts';
import type { FileContent, FileSystem, FolderContent } from './fileSystem.ts';
import { filePath, fileUri, isShare } from './fileUri.ts';
import { isAbsent, leadsNowhere, reasonOf } from './reason.ts';

/** The files of this machine. Of all that a configuration can name, only regular files are ever opened. */
export const nodeFileSystem: FileSystem = { readFile, readDirectory };

const NOT_HERE = 'it is no file of this machine';
const NOT_REGULAR = 'it is no regular file, and only such files are read';

async function readFile(uri: string): Promise<FileContent> {
  const path = filePath(uri);
  if (path === undefined || isShare(path)) return unreadable(NOT_HERE);
  try {
    return await readRegular(path);
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}

/** Looked at before it is opened: to open a pipe or a device may wait for ever, or do something. */
async function readRegular(path: string): Promise<FileContent> {
  if (!(await stat(path)).isFile()) return unreadable(NOT_REGULAR);
  // It may be another file by now; a pipe then does not wait. Windows has no such flag, and nothing is added there.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return unreadable(NOT_REGULAR);
    if (stats.size > LARGEST_FILE) return { unread: { kind: 'too large' } };
    const bytes = await handle.readFile();
    return bytes.length > LARGEST_FILE ? { unread: { kind: 'too large' } } : decode(bytes);
  } finally {
    await handle.close();
  }
}

function unreadable(reason: string): FileContent {
  return { unread: { kind: 'unreadable', reason } };
}

async function readDirectory(uri: string): Promise<FolderContent> {
  const path = filePath(uri);
  if (path === undefined || isShare(path)) return 'unreadable';
  try {
    const real = await realpath(path);
    if (isShare(real)) return 'unreadable';
    const entries = await readdir(real, { withFileTypes: true });
    return {
      entries: await Promise.all(entries.map((entry) => entryOf(real, entry))),
      isCaseBlind: await isCaseBlind(real, entries),
    };
  } catch (error) {
    return isAbsent(error) ? 'absent' : 'unreadable';
  }
}

/** Whether an entry is found under a name that is not listed. Systems differ in this by their disks, and even by folders. */
async function isCaseBlind(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  const names = new Set(entries.map(({ name }) => name));
  const name = entries.map((entry) => entry.name).find((one) => swapped(one) !== one && !names.has(swapped(one)));
  if (name === undefined) return false;
  try {
    await lstat(join(folder, swapped(name)));
    return true;
  } catch {
    return false;
  }
}

/** Letters in the other case; only those that every system takes for the same. */
function swapped(name: string): string {
  return name.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}

async function entryOf(folder: string, entry: Dirent): Promise<FolderEntry> {
  if (entry.isSymbolicLink()) return linkEntry(folder, entry.name);
  return { name: entry.name, kind: kindOf(entry), uri: fileUri(join(folder, entry.name)) };
}

/** What is behind a link. One that leads to what may not be looked at is taken for a file: reading it will say why. */
async function linkEntry(folder: string, name: string): Promise<FolderEntry> {
  const path = join(folder, name);
  try {
    const real = await realpath(path);
    return { name, kind: isShare(real) ? 'other' : kindOf(await lstat(real)), uri: fileUri(real) };
  } catch (error) {
    return { name, kind: leadsNowhere(error) ? 'nothing' : 'file', uri: fileUri(path) };
  }
}

function kindOf(entry: Dirent | Stats): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
