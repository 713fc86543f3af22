import { fileText, withChange, type Snapshot, type Wanted } from '../engine/engine.ts';
import type { FileSystem } from '../hosts/fileSystem.ts';
import { NOTHING_GATHERED, readWanted, type Gathered } from '../hosts/gather.ts';
import type { Session } from './session.ts';

/** What is on disk, for a session. */
export interface Reading {
  /** Reads what is wanted, until nothing more is. */
  settle(): Promise<void>;
  /** Files and folders that may have changed, of those that were read, are read again. */
  expire(isExpired: (uri: string) => boolean): void;
}

/**
 * Reads for a session what that wants and may be read. What has changed is put in all at once, so that nobody sees a
 * file that is missing only because it is just being read again.
 */
export function createReading(fileSystem: FileSystem, session: Session, mayRead: (uri: string) => boolean): Reading {
  const expired = new Set<string>();
  let gathered = NOTHING_GATHERED;
  let running: Promise<void> | undefined;

  return {
    settle: () => (running ??= readAll().finally(() => (running = undefined))),
    expire: (isExpired) => {
      const { files, folders, unreadable } = gathered.snapshot;
      for (const uri of [...files.keys(), ...folders.keys(), ...unreadable]) if (isExpired(uri)) expired.add(uri);
    },
  };

  async function readAll(): Promise<void> {
    for (let wanted = missing(); wanted.files.length + wanted.folders.length > 0; wanted = missing()) {
      const before = gathered;
      const snapshot = withChange(before.snapshot, { gone: [...expired] });
      expired.clear();
      put(withOldFiles(before.snapshot, await readWanted(fileSystem, { ...before, snapshot }, wanted)));
    }
  }

  /** Nothing is kept where nothing is open. */
  function missing(): Wanted {
    if (session.uris().length === 0 && gathered !== NOTHING_GATHERED) put(NOTHING_GATHERED);
    const { files, folders, unreadable } = gathered.snapshot;
    const { wanted } = session.look();
    const again = [...expired];
    return {
      files: [...wanted.files, ...again.filter((uri) => files.has(uri) || unreadable.has(uri))].filter(mayRead),
      folders: [...wanted.folders, ...again.filter((uri) => folders.has(uri))].filter(mayRead),
    };
  }

  function put(next: Gathered): void {
    gathered = next;
    session.read(next);
  }
}

/** A file with the same text as before is the same file: nothing that was made of it is made again. */
function withOldFiles(before: Snapshot, gathered: Gathered): Gathered {
  const files = [...gathered.snapshot.files].flatMap(([uri, file]) => {
    const old = before.files.get(uri);
    return old && old !== file && fileText(old) === fileText(file) ? [old] : [];
  });
  return files.length === 0 ? gathered : { ...gathered, snapshot: withChange(gathered.snapshot, { files }) };
}
