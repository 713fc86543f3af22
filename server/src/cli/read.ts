import { readFileSync, statSync } from 'node:fs';
import { LARGEST_FILE } from '../engine/engine.ts';
import { displayPath } from './displayPath.ts';
import { decode, type Decoded } from './encoding.ts';
import { Problem, withFile } from './problem.ts';

/** The content of a configuration, or that it has more bytes than are read. */
export type Content = Decoded | 'too large';

/** The content of a regular file; throws a Problem where it cannot be read. */
export function readContent(path: string): Content {
  return withFile(displayPath(path), 'cannot be read', () => {
    const stats = statSync(path);
    if (!stats.isFile()) throw new Problem(`${displayPath(path)} is no regular file, and only such files are read.`);
    return stats.size > LARGEST_FILE ? 'too large' : decode(readFileSync(path));
  });
}

/** What comes on the standard input; no more of it is taken than is read. */
export async function readStdin(): Promise<Content> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_FILE) return 'too large';
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks));
}
