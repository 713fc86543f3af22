import { Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_DIRECTORY,
  READ_FILE,
  type ReadDirectoryParams,
  type ReadDirectoryResult,
  type ReadFileParams,
  type ReadFileResult,
} from './protocol.ts';

/** Hands over to the server the files that it cannot read itself: of virtual workspaces, and all of them in the web. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(client.onRequest(READ_FILE, readFile), client.onRequest(READ_DIRECTORY, readDirectory));
}

async function readFile({ uri, limit }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const file = Uri.parse(uri);
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return 'unreadable';
    if (size > limit) return 'too large';
    const bytes = await workspace.fs.readFile(file);
    return bytes.length > limit ? 'too large' : { base64: base64Of(bytes) };
  } catch {
    return 'unreadable';
  }
}

/** So many arguments every function can take. */
const PIECE = 8192;

/** As Node and web workers both have it. */
function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += PIECE) characters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(characters);
}

async function readDirectory({ uri }: ReadDirectoryParams): Promise<ReadDirectoryResult> {
  try {
    const entries = await workspace.fs.readDirectory(Uri.parse(uri));
    return entries.map(([name, type]) => ({ name, kind: (type & FileType.Directory) === 0 ? 'file' : 'folder' }));
  } catch (error) {
    return isAbsent(error) && isInWorkspace(uri) ? 'absent' : 'unreadable';
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
}

/** A browser sees only the folders that it was given: of others it says that they are not there. */
function isInWorkspace(uri: string): boolean {
  return workspace.getWorkspaceFolder(Uri.parse(uri)) !== undefined;
}
