import {
  ABSENT,
  listingEntries,
  nameOf,
  parentUri,
  rootComment,
  UNREADABLE,
  type FolderEntry,
  type Snapshot,
  type SourceFile,
} from '../engine/engine.ts';
import { fileNamed, foldersAround } from './uris.ts';

/** Looks into folders that were read, and notes folders and files that would have to be. */
export interface Seeker {
  readonly snapshot: Snapshot;
  readonly folders: Set<string>;
  readonly files: Set<string>;
}

/** What a folder holds, as far as it is known. */
function entriesOf({ snapshot, folders }: Seeker, folder: string): FolderEntry[] {
  const listing = snapshot.folders.get(folder);
  if (listing === undefined) folders.add(folder);
  return listing === undefined || listing === ABSENT || listing === UNREADABLE ? [] : listingEntries(listing);
}

/** The real file behind a link, as the listing of its folder has it. */
export function realUri(seeker: Seeker, uri: string): string {
  const [folder] = foldersAround(uri, undefined, 1);
  if (folder === undefined) return uri;
  return entriesOf(seeker, folder).find(({ name }) => name === nameOf(uri))?.uri ?? uri;
}

/** Folders that are looked into upwards from a document: a layout of httpd is not deeper. */
const MOST_FOLDERS = 6;

/**
 * What may be the main configuration of a file: the one of the setting, or of the comment in the file; else those that
 * have the name of one, in the folders from the file upwards to that of the workspace.
 */
export function rootsFor(
  seeker: Seeker,
  uri: string,
  file: SourceFile,
  setting: string | undefined,
  workspaceFolder: string | undefined,
): string[] {
  const comment = rootComment(file);
  const named = setting ?? (comment === undefined ? undefined : fileNamed(comment, parentUri(uri)));
  if (named !== undefined) return [realUri(seeker, named)];
  return foldersAround(uri, workspaceFolder, MOST_FOLDERS).flatMap((folder) => mainFilesIn(seeker, folder));
}

/** `httpd.conf`, `apache2.conf` or `conf/httpd.conf`. */
function mainFilesIn(seeker: Seeker, folder: string): string[] {
  const entries = entriesOf(seeker, folder);
  const conf = entries.find(({ name, kind }) => name === 'conf' && kind === 'folder');
  const inConf = conf ? entriesOf(seeker, conf.uri).filter(({ name }) => name === 'httpd.conf') : [];
  const here = entries.filter(({ name }) => name === 'httpd.conf' || name === 'apache2.conf');
  return [...here, ...inConf].filter(({ kind }) => kind === 'file').map(({ uri }) => uri);
}
