import { Buffer } from 'node:buffer';
import type { ClientFiles, ListedEntry } from '../../server/src/hosts/clientFileSystem.ts';

/** The files of a folder that no disk has, and what was asked for. */
export interface MemoryFiles extends ClientFiles {
  /** URI of the folder. */
  readonly folder: string;
  /** URIs that were asked for, in order. */
  readonly asked: readonly string[];
  uri(name: string): string;
  write(name: string, content: Content): void;
  remove(name: string): void;
}

/** A text is one in UTF-8. */
type Content = string | Uint8Array;

/** A file that there is, but that is not handed over. */
export const REFUSED: Content = new Uint8Array();

/** What an editor has in a folder, by paths in it; in any other folder it has nothing that it would tell. */
export function memoryFiles(folder: string, files: Readonly<Record<string, Content>>): MemoryFiles {
  const all = new Map(Object.entries(files));
  const asked: string[] = [];
  const uri = (name: string): string => `${folder}/${name}`;
  return {
    folder,
    asked,
    uri,
    write: (name, content) => void all.set(name, content),
    remove: (name) => void all.delete(name),
    readFile: ({ uri: wanted, limit }) => {
      asked.push(wanted);
      const content = all.get(nameIn(folder, wanted) ?? '');
      if (content === undefined || content === REFUSED) return Promise.resolve('unreadable');
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const base64 = (): string => Buffer.from(bytes).toString('base64');
      return Promise.resolve(bytes.length > limit ? 'too large' : { base64: base64() });
    },
    readDirectory: ({ uri: wanted }) => {
      asked.push(wanted);
      const path = nameIn(folder, wanted);
      if (path === undefined) return Promise.resolve('unreadable');
      const entries = entriesIn(path, [...all.keys()]);
      return Promise.resolve(entries.length > 0 ? entries : 'absent');
    },
  };
}

/** The path of a file in the folder; the server may write an authority that is empty. */
function nameIn(folder: string, uri: string): string | undefined {
  const asWritten = folder.includes('://') ? uri : uri.replace('://', ':');
  return `${asWritten}/`.startsWith(`${folder}/`) ? asWritten.slice(folder.length + 1) : undefined;
}

function entriesIn(path: string, files: readonly string[]): ListedEntry[] {
  const inside = files.filter((file) => path === '' || file.startsWith(`${path}/`));
  const rests = inside.map((file) => (path === '' ? file : file.slice(path.length + 1)).split('/'));
  const kinds = new Map(rests.map(([name = '', ...rest]) => [name, rest.length === 0 ? 'file' : 'folder'] as const));
  return [...kinds].map(([name, kind]) => ({ name, kind }));
}
