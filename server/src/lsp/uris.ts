import { encodedName, parentUri, resolvePath } from '../engine/engine.ts';

/** `scheme://authority`, and the path behind it. */
const PARTS = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/.*)$/i;

/** `scheme:/path`, which is `scheme:///path`. A single letter is a drive of Windows. */
const WITHOUT_AUTHORITY = /^([a-z][a-z0-9+.-]+:)(?=\/(?!\/))/i;

/**
 * A URI in the one spelling that stands for its file here: clients differ in what they escape, and in whether they write
 * an authority that is empty. One without a path, such as that of a document that was never saved, stays as it is.
 */
export function canonicalUri(uri: string): string {
  const [, head, path] = PARTS.exec(withAuthority(uri)) ?? [];
  if (head === undefined || path === undefined) return uri;
  const spelt = path.split('/').map(respelt).join('/');
  return head + spelt.replace(/^\/[A-Z](?=%3A)/, (drive) => drive.toLowerCase());
}

/** The same for a folder: no `/` stands at its end, unless it is the outermost one. */
export function canonicalFolder(uri: string): string {
  const folder = canonicalUri(uri);
  return PARTS.exec(folder)?.[2] === '/' ? folder : folder.replace(/\/$/, '');
}

function withAuthority(uri: string): string {
  return uri.replace(WITHOUT_AUTHORITY, '$1//');
}

/** In what is malformed a `%` stands for itself. */
function respelt(part: string): string {
  try {
    return encodedName(decodeURIComponent(part));
  } catch {
    return part.replaceAll('%', '%25');
  }
}

/** Whether a file or folder is a folder, or lies in it. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The innermost of some folders that a file lies in. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const around = folders.filter((folder) => isWithin(uri, folder));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** The folders around a file, the innermost first, up to `last`, or so many; none for what lies in no folder. */
export function foldersAround(uri: string, last: string | undefined, most: number): string[] {
  const folders: string[] = [];
  for (let folder = uri; folder !== last && folders.length < most && PARTS.test(folder);) {
    folder = parentUri(folder);
    if (PARTS.test(folder)) folders.push(folder);
  }
  return folders;
}

/** The file or folder that a person names: a URI, an absolute path, or a path relative to a folder. */
export function fileNamed(name: string, folder: string): string {
  if (PARTS.test(withAuthority(name))) return canonicalUri(name);
  const [, head = 'file://', path = '/'] = PARTS.exec(canonicalUri(folder)) ?? [];
  const slashed = name.replaceAll('\\', '/').replace(/^[a-z]:/i, '/$&');
  return canonicalUri(head + resolvePath(path, slashed.replaceAll('%', '%25')));
}

/** The path that leads from the folder of a file to another file, as `fileNamed` reads it; undefined where none does. */
export function relativePath(from: string, to: string): string | undefined {
  const [, fromHead, fromPath = ''] = PARTS.exec(canonicalUri(parentUri(from))) ?? [];
  const [, toHead, toPath = ''] = PARTS.exec(canonicalUri(to)) ?? [];
  if (fromHead === undefined || fromHead !== toHead) return undefined;
  const folders = fromPath.split('/').filter((part) => part !== '');
  const parts = toPath.split('/').filter((part) => part !== '');
  const differing = folders.findIndex((part, i) => part !== parts[i]);
  const shared = differing < 0 ? folders.length : differing;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared).map(decodeURIComponent)].join('/');
}
