import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { atEnd } from './atEnd.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';

/** The folder that stands for the server root in every text. */
export const SERVER_ROOT = '/srv/httpd';

/** What stands beside a server root, out of the reach of an `Include *`. */
export const BESIDE = dirname(SERVER_ROOT);

let all: { readonly folder: string; readonly remove: () => void } | undefined;
let made = 0;

/** A new server root with the modules of this server. The server, which may run as another user, can read all of it. */
export function makeRoot(httpd: Httpd): string {
  all ??= makeFolder();
  made += 1;
  const folder = join(all.folder, String(made));
  const root = join(folder, basename(SERVER_ROOT));
  for (const path of [folder, root, join(root, 'logs'), join(root, 'htdocs')]) mkdirSync(path, { mode: 0o755 });
  symlinkSync(httpd.modules, join(root, 'modules'));
  writeFileSync(join(root, 'mime.types'), ''); // mod_mime does not start without one
  return root;
}

/** Removes the server root when the work in it is done. */
export async function inRoot<T>(httpd: Httpd, work: (root: string) => Promise<T>): Promise<T> {
  const root = makeRoot(httpd);
  try {
    return await work(root);
  } finally {
    rmSync(dirname(root), { recursive: true, force: true });
  }
}

/** Removes all server roots. */
export function removeRoots(): void {
  all?.remove();
  all = undefined;
}

/** Writes a text where the server finds it, with the real server root in it; a path that ends in `/` is a folder. */
export function writeText(
  root: string,
  path: string,
  text: string,
  { encoding = 'utf8' }: Pick<Input, 'encoding'>,
): void {
  mkdirSync(path.endsWith('/') ? path : dirname(path), { recursive: true });
  if (!path.endsWith('/')) writeFileSync(path, withRoot(root, text), encoding);
}

/** A text for the server: the real folder in place of the one that stands for it. */
export function withRoot(root: string, text: string): string {
  return text.replaceAll(SERVER_ROOT, root);
}

/** A text of the server: the other way round, for what stands beside the root, too. */
export function withoutRoot(root: string, text: string): string {
  return text.replaceAll(dirname(root), BESIDE);
}

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'htconf-httpd-'));
  chmodSync(folder, 0o755);
  return { folder, remove: atEnd(() => rmSync(folder, { recursive: true, force: true })) };
}
