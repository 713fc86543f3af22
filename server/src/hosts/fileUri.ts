import { fileURLToPath } from 'node:url';
import { encodedName } from '../engine/engine.ts';

/** The URI of an absolute path, spelt as VS Code spells it, so that one file has one URI. */
export function fileUri(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/').replace(/^[a-z]:/i, withSlash) : path;
  return `file://${slashed.split('/').map(encodedName).join('/')}`;
}

function withSlash(drive: string): string {
  return `/${drive.toLowerCase()}`;
}

/** The path of a URI; undefined for what is no file of this machine. */
export function filePath(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // it holds what no path can hold
  }
}
