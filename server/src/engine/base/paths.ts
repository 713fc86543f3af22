/** Paths of the server: `/` between components, whatever the system of the editor. */

/** Takes `.`, `..` and doubled slashes out of an absolute path. */
export function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** A path made absolute: a relative one is relative to `root`. */
export function resolvePath(root: string, path: string): string {
  return normalized(path.startsWith('/') ? path : `${root}/${path}`);
}

/** The URI of a file below a folder. */
export function childUri(folder: string, path: string): string {
  const encoded = path
    .split('/')
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/');
  return encoded === '' ? folder : `${folder.replace(/([^/])\/$/, '$1')}/${encoded}`;
}

/** The folder that a file or folder is in. */
export function parentUri(uri: string): string {
  return uri.replace(/\/[^/]*$/, '');
}

/** The last component of a URI, as people write it. */
export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
