import type { FolderEntry } from '../engine/engine.ts';
import type { Decoded } from './encoding.ts';

/** The files that the engine may see. Both methods follow links, and neither ever fails. */
export interface FileSystem {
  readFile(uri: string): Promise<FileContent>;
  readDirectory(uri: string): Promise<FolderContent>;
}

/** The text of a regular file, or why there is none. */
export type FileContent = Decoded | { readonly unread: Unread };

/** Why a file was not read. `reason` is the end of a sentence, such as "permission is denied". */
export type Unread =
  | { readonly kind: 'too large' }
  | { readonly kind: 'too many' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type FolderContent = Folder | 'absent' | 'unreadable';

/** What a folder holds. */
export interface Folder {
  /** Each has the URI of the real file or folder behind its links. */
  readonly entries: readonly FolderEntry[];
  /** Whether a name leads to an entry in any letter case. */
  readonly isCaseBlind: boolean;
}
