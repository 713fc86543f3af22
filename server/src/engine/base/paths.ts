/** Paths of the server: `/` between components, whatever the system of the editor. */

/** Takes `.`, `..` and doubled slashes out of an absolute path. */
function normalized(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** A path made absolute: a relative one is relative to `root`. The drive of Windows is in lower case, as in URIs. */
export function resolvePath(root: string, path: string): string {
  const absolute = normalized(isAbsolute(path) ? path : `${root}/${path}`);
  return absolute.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || hasDrive(path);
}

/** Whether a path is one of Windows: `C:/Apache24`, or `/C:/Apache24` as in a URI. */
export function hasDrive(path: string): boolean {
  return /^\/?[a-z]:([\\/]|$)/i.test(path);
}

/** The URI of a file below a folder, spelt as VS Code spells it. */
export function childUri(folder: string, path: string): string {
  const encoded = path
    .split('/')
    .filter((part) => part !== '')
    .map(encodedName)
    .join('/');
  return encoded === '' ? folder : `${folder.replace(/\/$/, '')}/${encoded}`;
}

/** A component of a path as it stands in a URI. Half a surrogate pair has no spelling there. */
export function encodedName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The folder that a file or folder is in; the outermost one ends in `/` and is in none. */
export function parentUri(uri: string): string {
  const parent = uri.replace(/\/[^/]*$/, '');
  return /:\/\/[^/]*$/.test(parent) && !uri.endsWith('/') ? `${parent}/` : parent;
}

/** The last component of a URI, as people write it. */
export function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A part of a URI as people write it; a `%` that begins nothing stands for itself. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
