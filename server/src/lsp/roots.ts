import {
  ABSENT,
  hasTellingName,
  isMainFile,
  listedEntry,
  listingEntries,
  nameOf,
  parentUri,
  rootComment,
  UNREADABLE,
  type FolderEntry,
  type Snapshot,
  type SourceFile,
} from '../engine/engine.ts';
import { NO_ROOT } from './settings.ts';
import { fileNamed, foldersAround } from './uris.ts';

/** Looks into folders that were read, and notes folders and files that would have to be. */
export interface Seeker {
  readonly snapshot: Snapshot;
  readonly folders: Set<string>;
  readonly files: Set<string>;
}

/** What a folder holds, as far as it is known. */
function listingOf({ snapshot, folders }: Seeker, folder: string): string {
  const listing = snapshot.folders.get(folder);
  if (listing === undefined) folders.add(folder);
  return listing === undefined || listing === ABSENT || listing === UNREADABLE ? '' : listing;
}

function entriesOf(seeker: Seeker, folder: string): FolderEntry[] {
  return listingEntries(listingOf(seeker, folder));
}

/** The real file behind a link, as the listing of its folder has it. */
export function realUri(seeker: Seeker, uri: string): string {
  const [folder] = foldersAround(uri, undefined, 1);
  if (folder === undefined) return uri;
  return listedEntry(listingOf(seeker, folder), nameOf(uri))?.uri ?? uri;
}

/** Folders that are looked into upwards from a document: a layout of httpd is not deeper. */
const MOST_ABOVE = 6;

/** Folders of a workspace that are looked into at most, and how deep. */
const MOST_FOLDERS = 200;
const DEEPEST = 6;

/** In such folders is nothing that somebody has written for this workspace. */
const PASSED_OVER = /^(\..*|node_modules)$/;

/** Main configurations that are tried at most for one file. */
const MOST_ROOTS = 20;

/** The main configuration of a file as the setting or the comment in the file says it; empty where that is `NO_ROOT`. */
export function namedRoot(
  seeker: Seeker,
  uri: string,
  file: SourceFile,
  setting: string | undefined,
): readonly string[] | undefined {
  if (setting === NO_ROOT) return [];
  const comment = rootComment(file);
  const named = setting ?? (comment === undefined ? undefined : fileNamed(comment, parentUri(uri)));
  return named === undefined ? undefined : [realUri(seeker, named)];
}

/**
 * What may be the main configuration of a file by its name: in the folders from the file upwards to that of the
 * workspace, then anywhere in the workspace.
 */
export function possibleRoots(
  seeker: Seeker,
  uri: string,
  file: SourceFile,
  workspaceFolder: string | undefined,
): readonly string[] {
  const above = foldersAround(uri, workspaceFolder, MOST_ABOVE).flatMap((folder) => mainFilesIn(seeker, folder));
  if (workspaceFolder === undefined || isMainFile(file) || hasTellingName(uri)) return above;
  const everywhere = foldersBelow(seeker, workspaceFolder).flatMap((folder) => mainFilesIn(seeker, folder));
  return [...new Set([...above, ...everywhere])].slice(0, MOST_ROOTS);
}

/** A folder and those below it, the upper ones first. */
function foldersBelow(seeker: Seeker, top: string): string[] {
  const found = [top];
  for (let level = [top], depth = 0; level.length > 0 && depth < DEEPEST; depth++) {
    level = level.flatMap((folder) => subfoldersOf(seeker, folder)).slice(0, MOST_FOLDERS - found.length);
    found.push(...level);
  }
  return found;
}

function subfoldersOf(seeker: Seeker, folder: string): string[] {
  const folders = entriesOf(seeker, folder).filter(({ name, kind }) => kind === 'folder' && !PASSED_OVER.test(name));
  return folders.map(({ uri }) => uri).filter((uri) => parentUri(uri) === folder);
}

/** `httpd.conf`, `apache2.conf` or `conf/httpd.conf`. */
function mainFilesIn(seeker: Seeker, folder: string): string[] {
  const entries = entriesOf(seeker, folder);
  const conf = entries.find(({ name, kind }) => name === 'conf' && kind === 'folder');
  const inConf = conf ? entriesOf(seeker, conf.uri).filter(({ name }) => name === 'httpd.conf') : [];
  const here = entries.filter(({ name }) => name === 'httpd.conf' || name === 'apache2.conf');
  return [...here, ...inConf].filter(({ kind }) => kind === 'file').map(({ uri }) => uri);
}
