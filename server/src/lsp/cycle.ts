import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { FileSystem } from '../hosts/fileSystem.ts';
import { createPace } from './pace.ts';
import { createPublish } from './publishing.ts';
import { createReading, type Reading } from './reading.ts';
import type { Session } from './session.ts';
import type { Status } from './protocol.ts';
import { createStatus } from './status.ts';
import { isWithin } from './uris.ts';
import { watchedFolders, type Watch } from './watching.ts';

/** What is needed of the world. */
export interface CyclePorts {
  readonly fileSystem: FileSystem;
  /** Whether files outside of the workspace may be read. */
  readonly isTrusted: () => boolean;
  readonly watch: Watch;
  publish(result: PublishDiagnosticsParams): void;
  /** Under which main configuration a document is judged. */
  tellStatus(status: Status): void;
  /** Something went wrong that is a fault of htconf. */
  failed(what: string, error: unknown): void;
}

/** What goes on after each change: files are read that are wanted now, findings are published, folders are watched. */
export interface Cycle {
  /** Something has changed that findings depend on. */
  readonly refresh: () => void;
  /** Resolves when everything that is wanted was read, or nobody should wait for it any longer. */
  readonly settled: () => Promise<void>;
  readonly expire: Reading['expire'];
}

export function createCycle(session: Session, ports: CyclePorts): Cycle {
  const mayRead = (uri: string): boolean =>
    ports.isTrusted() || session.workspaceFolders().some((folder) => isWithin(uri, folder));
  const reading = createReading(ports.fileSystem, session, mayRead);
  const publish = createPublish(session, (result) => ports.publish(result));
  const tellStatus = createStatus(session, (status) => ports.tellStatus(status));
  const refresh = createPace(work);
  return { refresh, settled, expire: (isExpired) => reading.expire(isExpired) };

  /** Publishes what is known now; gives the time for which nothing else could be done. */
  async function work(): Promise<number> {
    let time = 0;
    const timed = (act: () => void): void => {
      const start = performance.now();
      act();
      time += performance.now() - start;
    };
    try {
      timed(() => session.look());
      await settled();
      timed(publish);
      timed(tellStatus);
      ports.watch.folders(watchedFolders(session.gathered().snapshot));
    } catch (error) {
      ports.failed('The findings could not be made', error);
    }
    return time;
  }

  /** What comes late is looked at when it comes. */
  async function settled(): Promise<void> {
    const read = reading.settle();
    if (!(await isSoon(read))) read.then(refresh, refresh);
  }
}

/** Milliseconds after which nobody waits any longer for files that are being read. */
const PATIENCE = 2000;

/** Whether a promise is kept before patience ends. */
async function isSoon(promise: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
