import type { Answer, Ask } from '../base/ask.ts';
import { fileKey, folderKey, UNREADABLE } from '../kinds/world.ts';
import type { Snapshot } from './snapshot.ts';

const FOLDER = folderKey('');
const FILE = fileKey('');

/** Answers what is about files and folders; `want` is told of folders into which nobody has looked. */
export function diskOf({ folders, unreadable }: Snapshot, want: (uri: string) => void): Ask {
  return (key) => {
    if (key.startsWith(FILE)) return unreadable.has(key.slice(FILE.length)) ? UNREADABLE : undefined;
    if (!key.startsWith(FOLDER)) return undefined;
    const uri = key.slice(FOLDER.length);
    const listing = folders.get(uri);
    if (listing === undefined) want(uri);
    return listing;
  };
}

/** What was read, and what was on disk. */
interface World {
  readonly snapshot: Snapshot;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** What the world answers when all is read. */
export function worldOf({ snapshot, answers }: World): Ask {
  const onDisk = diskOf(snapshot, () => undefined);
  return (key) => onDisk(key) ?? answers.get(key);
}
