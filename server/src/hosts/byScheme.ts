import type { FileSystem } from './fileSystem.ts';

/** Files of this machine are read from its disk, all others are those of the editor: it alone knows what they are. */
export function byScheme(disk: FileSystem, editor: FileSystem): FileSystem {
  const fileSystemOf = (uri: string): FileSystem => (uri.startsWith('file:') ? disk : editor);
  return {
    readFile: (uri) => fileSystemOf(uri).readFile(uri),
    readDirectory: (uri) => fileSystemOf(uri).readDirectory(uri),
  };
}
