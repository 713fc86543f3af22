import { HOLE, type Ask } from '../base/ask.ts';
import { listedEntry } from '../base/listing.ts';
import { childUri, decoded, hasDrive, isAbsolute, nameOf, parentUri, resolvePath } from '../base/paths.ts';
import type { Truth } from '../base/truth.ts';
import { ABSENT, folderKey, isLoose, KEYS, UNREADABLE } from '../kinds/world.ts';
import type { Settings } from './settings.ts';

/**
 * The path on the server that a name in a configuration means: relative ones are below the ServerRoot. Undefined where
 * that is not known: of a loose file nobody knows the server.
 */
export function pathNamed(ask: Ask, name: string): string | undefined {
  const root = ask(KEYS.serverRoot) ?? HOLE;
  if (isLoose(ask) || (root === HOLE && !isAbsolute(name))) return undefined;
  return hasDrive(name) || hasDrive(root) ? windowsPath(root, name.replaceAll('\\', '/')) : resolvePath(root, name);
}

/**
 * On Windows a path that begins with `/` is on the drive of the ServerRoot (apr, file_io/win32/filepath.c). What lies on
 * another machine, `//server/share`, is never looked at.
 */
function windowsPath(root: string, path: string): string | undefined {
  if (path.startsWith('//')) return undefined;
  const isOnSameDrive = path.startsWith('/') && !hasDrive(path);
  return resolvePath(root, isOnSameDrive ? `${DRIVE.exec(root)?.[0] ?? ''}${path}` : path);
}

const DRIVE = /^\/[a-z]:/i;

/**
 * What it means that nothing is found under a path. `sure`: the server has nothing there; `copy`: nothing is in a copy
 * of its files, which may not be whole; `none`: nothing, the path is no one's that is known here.
 */
export type Absence = 'sure' | 'copy' | 'none';

export function absenceOf(ask: Ask, path: string): Absence {
  const folder = ask(KEYS.rootFolder) ?? '';
  if (ask(KEYS.inPlace) === 'yes') return 'sure';
  const around = [[pathOf(folder), folder] as const, ...mappings(ask)].filter(([from]) => isPathIn(path, from));
  if (around.length === 0) return 'none';
  const isCopy = ask(KEYS.copy) === 'bare' || ask(KEYS.copy) === 'filled';
  return isCopy && around.every(([, to]) => to === folder) ? 'copy' : 'sure';
}

/** Whether a path is a folder, or is in it; Windows does not look at letter case. */
export function isPathIn(path: string, folder: string): boolean {
  const start = path.slice(0, folder.length);
  const isSame = start === folder || (hasDrive(folder) && start.toLowerCase() === folder.toLowerCase());
  return isSame && (path.length === folder.length || path[folder.length] === '/');
}

/**
 * The URI of a folder as it is really spelt, for a path of Windows, which the file system here may take for another one:
 * where nothing is at the URI, the names on the way to it are looked for in any letter case.
 */
export function folderAt(ask: Ask, uri: string, path: string): string {
  const parent = parentUri(uri);
  if (!hasDrive(path) || parent === uri || ask(folderKey(uri)) !== ABSENT) return uri;
  const listing = ask(folderKey(folderAt(ask, parent, path)));
  if (listing === undefined || listing === ABSENT || listing === UNREADABLE) return uri;
  return listedEntry(listing, nameOf(uri), true)?.uri ?? uri;
}

/** Whether there is a file or folder of this name (httpd-config 2.2). */
export function isThere(ask: Ask, name: string): Truth {
  const path = pathNamed(ask, name);
  if (path === undefined || name === '') return 'maybe';
  if (path === '/') return 'yes';
  const uri = uriOfPath(ask, path);
  const listing = ask(folderKey(folderAt(ask, parentUri(uri), path)));
  if (listing === undefined || listing === UNREADABLE) return 'maybe';
  const entry = listing === ABSENT ? undefined : listedEntry(listing, nameOf(uri), hasDrive(path));
  if (entry) return entry.kind === 'nothing' ? 'no' : 'yes';
  return absenceOf(ask, path) === 'sure' ? 'no' : 'maybe';
}

/** Where a path of the server lies for the editor. */
export function uriOfPath(ask: Ask, path: string): string {
  for (const [from, to] of mappings(ask).reverse()) {
    if (isPathIn(path, from)) return childUri(to, path.slice(from.length));
  }
  return childUri(`${AUTHORITY.exec(ask(KEYS.rootFolder) ?? '')?.[0] ?? 'file://'}/`, path);
}

/** The paths that a file or folder may have on the server: the other way round. */
export function pathsOf(ask: Ask, uri: string): string[] {
  const path = pathOf(uri);
  const folders = mappings(ask).map(([from, to]) => [from, to.replace(/\/$/, '')] as const);
  const around = folders.filter(([, to]) => isPathIn(uri, to));
  const mapped = around.map(([from, to]) => resolvePath('/', from + path.slice(pathOf(to).length)));
  return [...new Set([path, ...mapped])].filter((one) => uriOfPath(ask, one) === uri);
}

/** What stands before the path in a URI. */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

function mappings(ask: Ask): [path: string, uri: string][] {
  const lines = (ask(KEYS.mappings) ?? '').split('\n').filter((line) => line !== '');
  return lines.map((line) => line.split('\t') as [string, string]);
}

/**
 * What `ServerRoot` tells: paths below it are found below the folder of the main configuration, unless that really lies
 * there, or around it. Then that folder stands for no other one.
 */
export function rootTold(ask: Ask, root: string): [key: string, answer: string][] {
  const serverRoot = resolvePath('/', root.replaceAll('\\', '/'));
  const folder = ask(KEYS.rootFolder);
  const known = mappings(ask);
  if (folder === undefined) return [];
  if (isPathIn(pathOf(folder), serverRoot) || isPathIn(serverRoot, pathOf(folder))) {
    const others = known.filter(([, to]) => to !== folder);
    return [
      [KEYS.serverRoot, serverRoot],
      [KEYS.inPlace, 'yes'],
      [KEYS.mappings, mappingText(others)],
    ];
  }
  if (ask(KEYS.inPlace) === 'yes') return [[KEYS.serverRoot, serverRoot]];
  const isMapped = known.some(([from]) => from === serverRoot);
  const all = isMapped ? known : [...known, [serverRoot, folder] as const];
  return [
    [KEYS.serverRoot, serverRoot],
    [KEYS.mappings, mappingText(all)],
    [KEYS.copy, ask(KEYS.copy) ?? 'bare'],
  ];
}

function mappingText(all: readonly (readonly [path: string, uri: string])[]): string {
  return all.map((mapping) => mapping.join('\t')).join('\n');
}

/** Where the usual layouts have their server root, by the name of the main configuration. */
const USUAL_ROOTS: Readonly<Record<string, readonly string[]>> = {
  'apache2.conf': ['/etc/apache2'],
  'httpd.conf': ['/etc/httpd', '/usr/local/apache2', '/etc/apache2'],
};

/**
 * What is known of paths before the first line: names are below the folder of the main configuration, or the one around
 * it where that is `conf`, or the one that the user has set; so are the server roots of the usual layouts, unless they are
 * really there. Last come the paths and folders that the user has set.
 */
export function rootPaths(uri: string, settings: Settings): [key: string, answer: string][] {
  const folder = settings.serverRoot ?? usualFolder(uri);
  const usual = USUAL_ROOTS[nameOf(uri)] ?? [];
  const isInPlace = usual.some((path) => isPathIn(pathOf(folder), path));
  const guessed = isInPlace ? [] : usual.map((path) => [path, folder] as const);
  const isDebianCopy = !isInPlace && nameOf(uri) === 'apache2.conf';
  const copy = settings.serverRoot === undefined ? 'bare' : 'no';
  return [
    [KEYS.rootFolder, folder],
    [KEYS.serverRoot, pathOf(folder)],
    [KEYS.mappings, mappingText([...guessed, ...Object.entries(settings.serverRoots ?? {})])],
    ...(isInPlace ? [[KEYS.inPlace, 'yes'] as [string, string]] : []),
    ...(isDebianCopy || copy === 'no' ? [[KEYS.copy, copy] as [string, string]] : []),
  ];
}

function usualFolder(uri: string): string {
  const parent = parentUri(uri);
  return nameOf(parent) === 'conf' ? parentUri(parent) : parent;
}

/** The path of a URI, of whatever scheme. */
function pathOf(uri: string): string {
  return decoded(uri.replace(AUTHORITY, ''));
}
