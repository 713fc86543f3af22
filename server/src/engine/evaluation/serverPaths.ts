import type { Ask } from '../base/ask.ts';
import { childUri, nameOf, normalized, parentUri, resolvePath } from '../base/paths.ts';
import { KEYS } from '../kinds/world.ts';

/** The path on the server that a name in a configuration means: relative ones are below the ServerRoot. */
export function serverPath(ask: Ask, name: string): string {
  return resolvePath(ask(KEYS.serverRoot) ?? '/', name);
}

/** Where a path of the server lies for the editor. */
export function uriOfPath(ask: Ask, path: string): string {
  for (const [from, to] of mappings(ask).reverse()) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return childUri(to, path.slice(from.length));
  }
  return childUri(AUTHORITY.exec(ask(KEYS.rootFolder) ?? '')?.[0] ?? 'file://', path);
}

/** What stands before the path in a URI. */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i;

function mappings(ask: Ask): [path: string, uri: string][] {
  const lines = (ask(KEYS.mappings) ?? '').split('\n').filter((line) => line !== '');
  return lines.map((line) => line.split('\t') as [string, string]);
}

/**
 * What `ServerRoot` adds: paths below it are found below the folder of the main configuration, unless that really lies
 * there.
 */
export function mappedRoot(ask: Ask, root: string): { serverRoot: string; mappings: string | undefined } {
  const serverRoot = normalized(root);
  const folder = ask(KEYS.rootFolder);
  const known = ask(KEYS.mappings);
  const isMapped = mappings(ask).some(([from]) => from === serverRoot);
  const isThere = folder === undefined || `${folder}/`.startsWith(`${childUri('file://', serverRoot)}/`);
  if (isMapped || isThere) return { serverRoot, mappings: known };
  return { serverRoot, mappings: [known, `${serverRoot}\t${folder}`].filter((line) => line).join('\n') };
}

/** Where the usual layouts have their server root, by the name of the main configuration. */
const USUAL_ROOTS: Readonly<Record<string, readonly string[]>> = {
  'apache2.conf': ['/etc/apache2'],
  'httpd.conf': ['/etc/httpd', '/usr/local/apache2', '/etc/apache2'],
};

/**
 * What is known of paths before the first line: names are below the folder of the main configuration, or the one around
 * it where that is `conf`; so are the server roots of the usual layouts, unless they are really there. `extra` are paths
 * and folders that the user has set.
 */
export function rootPaths(uri: string, extra: Readonly<Record<string, string>>): [key: string, answer: string][] {
  const parent = parentUri(uri);
  const folder = nameOf(parent) === 'conf' ? parentUri(parent) : parent;
  const usual = (USUAL_ROOTS[nameOf(uri)] ?? []).filter(
    (path) => !`${folder}/`.startsWith(`${childUri('file://', path)}/`),
  );
  const mappings = [...usual.map((path) => [path, folder]), ...Object.entries(extra)];
  return [
    [KEYS.rootFolder, folder],
    [KEYS.serverRoot, pathOf(folder)],
    [KEYS.mappings, mappings.map((mapping) => mapping.join('\t')).join('\n')],
  ];
}

/** The path of a URI, of whatever scheme. */
function pathOf(uri: string): string {
  return decodeURIComponent(uri.replace(AUTHORITY, ''));
}
