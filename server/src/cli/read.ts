import { LARGEST_FILE } from '../engine/engine.ts';
import { decode } from '../hosts/encoding.ts';
import type { FileContent } from '../hosts/fileSystem.ts';
import { fileUri } from '../hosts/fileUri.ts';
import { nodeFileSystem } from '../hosts/nodeFileSystem.ts';
import { displayPath } from './displayPath.ts';
import { Problem } from './problem.ts';

/** The text of a configuration that somebody has named; throws a Problem where it cannot be read. */
export async function readContent(path: string): Promise<FileContent> {
  const content = await nodeFileSystem.readFile(fileUri(path));
  if ('unread' in content && content.unread.kind === 'unreadable')
    throw new Problem(unreadable(path, content.unread.reason));
  return content;
}

/** `reason` is the end of a sentence. */
export function unreadable(path: string, reason: string): string {
  return `${displayPath(path)} cannot be read: ${reason}.`;
}

/** What comes on the standard input; no more of it is taken than is read. */
export async function readStdin(): Promise<FileContent> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_FILE) return { unread: { kind: 'too large' } };
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks));
}
