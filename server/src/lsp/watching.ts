import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ClientCapabilities,
  type Connection,
  type Disposable,
  type FileEvent,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { ABSENT, parentUri, type Snapshot } from '../engine/engine.ts';
import { canonicalUri, isWithin } from './uris.ts';

/** Folders in which something may change that was read: those that were listed, and those that files were read from. */
export function watchedFolders({ files, folders, unreadable }: Snapshot): string[] {
  const listed = [...folders].map(([uri, listing]) => (listing === ABSENT ? parentUri(uri) : uri));
  const around = [...files.keys(), ...unreadable].map(parentUri);
  return [...new Set([...listed, ...around])].sort();
}

/** Whether a file or folder is another one after an event. */
export function isChangedBy(events: readonly FileEvent[], uri: string): boolean {
  return events.some((event) => {
    const changed = canonicalUri(event.uri);
    if (event.type === FileChangeType.Changed) return changed === uri;
    return isWithin(uri, changed) || parentUri(changed) === uri;
  });
}

/** Has the client tell what changes in folders. */
export interface Watch {
  isPossible(): boolean;
  /** Follows these folders, and no others. */
  folders(folders: readonly string[]): void;
}

export function createWatch(
  connection: Connection,
  capabilities: () => ClientCapabilities,
  failed: (error: unknown) => void,
): Watch {
  let watched = '';
  let registered: Promise<Disposable | undefined> = Promise.resolve(undefined);
  const isPossible = (): boolean => capabilities().workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;

  /** The new ones are watched before the old ones are given up. */
  async function register(watchers: FileSystemWatcher[], before: Promise<Disposable | undefined>) {
    try {
      const after = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      (await before)?.dispose();
      return after;
    } catch (error) {
      failed(error);
      return before;
    }
  }
  return {
    isPossible,
    folders: (folders) => {
      const watchers = watchersOf(folders, capabilities());
      const key = JSON.stringify(watchers);
      if (!isPossible() || folders.length === 0 || key === watched) return;
      watched = key;
      registered = register(watchers, registered);
    },
  };
}

/** A client that takes no folders follows its whole workspace. */
function watchersOf(folders: readonly string[], { workspace }: ClientCapabilities): FileSystemWatcher[] {
  if (!workspace?.didChangeWatchedFiles?.relativePatternSupport) return [{ globPattern: '**/*' }];
  return folders.map((baseUri) => ({ globPattern: { baseUri, pattern: '*' } }));
}
