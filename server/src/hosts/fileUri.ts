import { fileURLToPath } from 'node:url';
import { encodedName } from '../engine/engine.ts';

const IS_WINDOWS = process.platform === 'win32';

/** The URI of an absolute path, spelt as VS Code spells it, so that one file has one URI. */
export function fileUri(path: string, isWindows = IS_WINDOWS): string {
  const slashed = isWindows ? path.replaceAll('\\', '/').replace(/^[a-z]:/i, withSlash) : path;
  return `file://${slashed.split('/').map(encodedName).join('/')}`;
}

function withSlash(drive: string): string {
  return `/${drive.toLowerCase()}`;
}

/** The path of a URI; undefined for what is no file of this machine. */
export function filePath(uri: string, isWindows = IS_WINDOWS): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  try {
    const path = fileURLToPath(uri, { windows: isWindows });
    return isShare(path, isWindows) ? undefined : path;
  } catch {
    return undefined; // it holds what no path can hold
  }
}

/** A path of Windows that leads to another machine, or to a device. */
export function isShare(path: string, isWindows = IS_WINDOWS): boolean {
  return isWindows && path.startsWith('\\\\');
}
