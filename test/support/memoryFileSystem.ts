import { childUri, nameOf, parentUri, type FolderEntry } from '../../server/src/engine/engine.ts';
import type { FileSystem } from '../../server/src/hosts/fileSystem.ts';

/** Files by their paths below `file:///srv`, on a disk that is only thought of. */
export function memoryFileSystem(files: Readonly<Record<string, string>>, isCaseBlind: boolean): FileSystem {
  const spelt = (uri: string): string => (isCaseBlind ? uri.toLowerCase() : uri);
  const texts = new Map(Object.entries(files).map(([path, text]) => [spelt(childUri('file:///srv', path)), text]));
  const uris = Object.keys(files).map((path) => childUri('file:///srv', path));
  const folders = new Map<string, Map<string, FolderEntry>>();
  const put = (uri: string, kind: FolderEntry['kind']): void => {
    const parent = parentUri(uri);
    const entries = folders.get(spelt(parent)) ?? new Map<string, FolderEntry>();
    folders.set(spelt(parent), entries.set(nameOf(uri), { name: nameOf(uri), kind, uri }));
    if (parent !== 'file:///') put(parent, 'folder');
  };
  for (const uri of uris) put(uri, 'file');
  return {
    readFile: (uri) => {
      const text = texts.get(spelt(uri));
      if (text !== undefined) return Promise.resolve({ text, encoding: 'utf8' });
      return Promise.resolve({ unread: { kind: 'unreadable', reason: 'it does not exist' } });
    },
    readDirectory: (uri) => {
      const entries = folders.get(spelt(uri));
      return Promise.resolve(entries ? { entries: [...entries.values()], isCaseBlind } : 'absent');
    },
  };
}
