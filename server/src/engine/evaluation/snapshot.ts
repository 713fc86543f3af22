import type { SourceFile } from '../syntax/sourceFile.ts';
import { NO_SETTINGS, type Settings } from './settings.ts';

/** All files of one moment. A change makes a new one, which shares what did not change. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What folders hold (`base/listing.ts`), `ABSENT` or `UNREADABLE`, by URI; nobody has looked into any other. */
  readonly folders: ReadonlyMap<string, string>;
  /** Files that cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  readonly settings: Settings;
}

export const EMPTY_SNAPSHOT: Snapshot = {
  files: new Map(),
  folders: new Map(),
  unreadable: new Set(),
  settings: NO_SETTINGS,
};

/** Files that are new or changed, the URIs of files and folders that are to be forgotten, what was read, and settings. */
export interface SnapshotChange {
  readonly files?: readonly SourceFile[];
  readonly folders?: ReadonlyMap<string, string>;
  readonly unreadable?: readonly string[];
  readonly gone?: readonly string[];
  readonly settings?: Settings;
}

export function withChange(snapshot: Snapshot, change: SnapshotChange): Snapshot {
  const files = new Map(snapshot.files);
  const folders = new Map([...snapshot.folders, ...(change.folders ?? [])]);
  const unreadable = new Set([...snapshot.unreadable, ...(change.unreadable ?? [])]);
  for (const uri of change.gone ?? []) {
    files.delete(uri);
    folders.delete(uri);
    unreadable.delete(uri);
  }
  for (const file of change.files ?? []) {
    files.set(file.uri, file);
    unreadable.delete(file.uri);
  }
  return { files, folders, unreadable, settings: change.settings ?? snapshot.settings };
}
