import type { Connection } from 'vscode-languageserver';
import { byScheme } from '../hosts/byScheme.ts';
import { clientFileSystem } from '../hosts/clientFileSystem.ts';
import type { FileSystem } from '../hosts/fileSystem.ts';
import type { Client } from './handler.ts';
import { READ_DIRECTORY, READ_FILE } from './protocol.ts';

/** Loads what reads the disk of the machine that the server runs on. */
export type LoadDisk = () => Promise<FileSystem>;

/** All files that the server can read: those of its machine, if it has a disk, and those that its client hands over. */
export async function allFiles(
  connection: Connection,
  { understands }: Pick<Client, 'understands'>,
  loadDisk: LoadDisk | undefined,
): Promise<FileSystem> {
  const ask = <Result>(method: string, params: object): Promise<Result> =>
    understands(method)
      ? connection.sendRequest<Result>(method, params)
      : Promise.reject(new Error(`the client does not know ${method}`));
  const editor = clientFileSystem({
    readFile: (params) => ask(READ_FILE, params),
    readDirectory: (params) => ask(READ_DIRECTORY, params),
  });
  return loadDisk ? byScheme(await loadDisk(), editor) : editor;
}
