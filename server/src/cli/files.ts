import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { hasTellingName } from '../engine/engine.ts';
import { fileUri, isShare } from '../hosts/fileUri.ts';
import { isClaimed } from './association.ts';
import { displayPath } from './displayPath.ts';
import { attempt, Problem, withFile } from './problem.ts';

/** Files that are looked at in one call. */
const MOST_FILES = 10_000;

/** Folders in which nobody keeps the configuration of a server. */
const SKIPPED = new Set(['.git', 'node_modules']);

/** A file that was named, or found in a folder that was named. */
export interface NamedFile {
  /** Absolute, as it was named. */
  readonly path: string;
  /** Of the file behind all links, unless its own name says what it is, as that of a main configuration does. */
  readonly uri: string;
}

/** The files that paths stand for. */
export interface Found {
  /** In order; of several names of one file the first. */
  readonly files: readonly NamedFile[];
  /** Folders that were named, by the path behind all links. */
  readonly folders: readonly string[];
  /** Whether there are more than could be taken. */
  readonly more: boolean;
  /** A sentence for each path that could not be taken. */
  readonly problems: readonly string[];
}

/** A search under way. */
interface Search {
  /** By the path behind all links. */
  readonly files: Map<string, NamedFile>;
  readonly folders: string[];
  /** Folders that were entered, by the path behind all links: links may lead round in a circle. */
  readonly entered: Set<string>;
  readonly problems: string[];
  /** Files that were seen, also under a second name. */
  seen: number;
  more: boolean;
}

/** Finds the files that are named, and in folders those that the extension would claim. */
export function findFiles(paths: readonly string[]): Found {
  const search: Search = { files: new Map(), folders: [], entered: new Set(), problems: [], seen: 0, more: false };
  for (const path of paths) {
    attempt(search.problems, () => {
      takeNamed(search, resolve(path));
    });
  }
  const { files, folders, more, problems } = search;
  return { files: [...files.values()], folders, more, problems };
}

/** A file by its absolute path, whether or not it is there. */
export function namedFile(path: string): NamedFile {
  const uri = fileUri(join(realIfThere(dirname(path)), basename(path)));
  return { path, uri: hasTellingName(uri) ? uri : fileUri(realIfThere(path)) };
}

function realIfThere(path: string): string {
  try {
    return realPath(path);
  } catch {
    return path;
  }
}

/** Behind all links, and in the letter case that the disk has. What lies on another machine keeps the drive that it has here. */
function realPath(path: string): string {
  const real = realpathSync.native(path);
  return isShare(real) ? path : real;
}

function takeNamed(search: Search, path: string): void {
  if (!reading(path, () => statSync(path)).isDirectory()) {
    takeFile(search, path);
    return;
  }
  search.folders.push(realOf(path));
  if (search.entered.has(realOf(path))) return;
  const { seen, problems } = search;
  const complaints = problems.length;
  takeFolder(search, path);
  if (search.seen > seen || problems.length > complaints || search.more) return;
  throw new Problem(
    `${displayPath(path)} holds no file that is named like httpd configuration; name the files themselves to have them read.`,
  );
}

function takeFile(search: Search, path: string): void {
  const real = realOf(path);
  search.seen++;
  if (search.files.has(real)) return;
  if (search.files.size === MOST_FILES) search.more = true;
  else search.files.set(real, namedFile(path));
}

function takeFolder(search: Search, folder: string): void {
  const real = realOf(folder);
  if (search.more || search.entered.has(real)) return;
  search.entered.add(real);
  for (const entry of entriesOf(folder)) {
    attempt(search.problems, () => {
      takeEntry(search, entry, real);
    });
  }
}

function takeEntry(search: Search, { path, name, kind }: Entry, within: string): void {
  if (kind === 'file') {
    if (isClaimed(path)) takeFile(search, path);
  } else if (!SKIPPED.has(name) && !isAround(realOf(path), within)) {
    takeFolder(search, path);
  }
}

/** Whether a folder, by its real path, holds another: a link to it leads round in a circle, or over the whole machine. */
function isAround(outer: string, inner: string): boolean {
  return `${inner}${sep}`.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

/** What stands in a folder, by what is behind its links. */
interface Entry {
  readonly path: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Files first, so that a main configuration stands before what it includes; each by name. */
function entriesOf(folder: string): Entry[] {
  const entries = reading(folder, () => readdirSync(folder, { withFileTypes: true })).flatMap((entry): Entry[] => {
    const path = join(folder, entry.name);
    const kind = kindOf(entry.isSymbolicLink() ? targetOf(path) : entry);
    return kind ? [{ path, name: entry.name, kind }] : [];
  });
  const rank = ({ kind }: Entry) => (kind === 'file' ? 0 : 1);
  return entries.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function kindOf(entry: Dirent | Stats | undefined): Entry['kind'] | undefined {
  if (entry?.isFile()) return 'file';
  return entry?.isDirectory() ? 'folder' : undefined;
}

/** Undefined for a link that leads nowhere. */
function targetOf(link: string): Stats | undefined {
  try {
    return statSync(link);
  } catch {
    return undefined;
  }
}

function realOf(path: string): string {
  return reading(path, () => realPath(path));
}

function reading<T>(path: string, act: () => T): T {
  return withFile(displayPath(path), 'cannot be read', act);
}
