import { constants, type Dirent, type Stats } from 'node:fs';
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_FILE, type FolderEntry } from '../engine/engine.ts';
import { decode } from './encoding.ts';
import type { FileContent, FileSystem, FolderContent } from './fileSystem.ts';
import { filePath, fileUri } from './fileUri.ts';
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
    return await Promise.all(entries.map((entry) => entryOf(real, entry)));
  } catch (error) {
    return isAbsent(error) ? 'absent' : 'unreadable';
  }
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

/** A path of Windows that leads to another machine, or to a device. */
function isShare(path: string): boolean {
  return process.platform === 'win32' && path.startsWith('\\\\');
}
