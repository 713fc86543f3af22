import type { SourceFile } from '../syntax/sourceFile.ts';
import { NO_SETTINGS, type Settings } from './settings.ts';

/** All files of one moment. A change makes a new one, which shares what did not change. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly settings: Settings;
}

export const EMPTY_SNAPSHOT: Snapshot = { files: new Map(), settings: NO_SETTINGS };

/** Files that are new or changed, the URIs of those that are gone, and settings. */
export interface SnapshotChange {
  readonly files?: readonly SourceFile[];
  readonly gone?: readonly string[];
  readonly settings?: Settings;
}

export function withChange(snapshot: Snapshot, change: SnapshotChange): Snapshot {
  const files = new Map(snapshot.files);
  for (const uri of change.gone ?? []) files.delete(uri);
  for (const file of change.files ?? []) files.set(file.uri, file);
  return { files, settings: change.settings ?? snapshot.settings };
}
