import { childUri, LARGEST_FILE, type FolderEntry } from '../engine/engine.ts';
import { decode, latin1Bytes } from './encoding.ts';
import type { FileContent, FileSystem, FolderContent } from './fileSystem.ts';

/** What an editor answers that is asked for its files. A request that fails rejects. */
export interface ClientFiles {
  readFile(params: ReadFileParams): Promise<ReadFileResult>;
  readDirectory(params: ReadDirectoryParams): Promise<ReadDirectoryResult>;
}

export interface ReadFileParams {
  readonly uri: string;
  /** Bytes: a file that has more is not handed over. */
  readonly limit: number;
}

/** The bytes of a regular file, or why there are none. */
export type ReadFileResult = { readonly base64: string } | 'too large' | 'unreadable';

export interface ReadDirectoryParams {
  readonly uri: string;
}

/** What a folder holds. Links are followed; where they lead is not told. */
export type ReadDirectoryResult = readonly ListedEntry[] | 'absent' | 'unreadable';

export interface ListedEntry {
  readonly name: string;
  /** `file` is everything that is no folder: who reads it learns whether it is a regular file. */
  readonly kind: 'file' | 'folder';
}

/**
 * The files that an editor has: those of a virtual workspace, and all files where the server runs in a web worker. An
 * editor does not tell where a link leads, so a file has a URI for each link to it.
 */
export function clientFileSystem(client: ClientFiles): FileSystem {
  return {
    readFile: (uri) => contentOf(client, uri).catch(() => UNREADABLE),
    readDirectory: (uri) => listingOf(client, uri).catch(() => 'unreadable'),
  };
}

const UNREADABLE: FileContent = { unread: { kind: 'unreadable', reason: 'the editor does not hand it over' } };

async function contentOf(client: ClientFiles, uri: string): Promise<FileContent> {
  const result = await client.readFile({ uri, limit: LARGEST_FILE });
  if (result === 'too large') return { unread: { kind: 'too large' } };
  return result === 'unreadable' ? UNREADABLE : decode(latin1Bytes(atob(result.base64)));
}

async function listingOf(client: ClientFiles, uri: string): Promise<FolderContent> {
  const result = await client.readDirectory({ uri });
  if (typeof result === 'string') return result;
  const entries = result.map(({ name, kind }): FolderEntry => ({ name, kind, uri: childUri(uri, name) }));
  return { entries, isCaseBlind: false }; // an editor does not tell, and virtual file systems look at letter case
}
