import type { Ask } from '../base/ask.ts';
import { fnmatch, isPattern, literalName } from '../base/fnmatch.ts';
import { listingEntries, type FolderEntry } from '../base/listing.ts';
import { nameOf, parentUri } from '../base/paths.ts';
import { ABSENT, folderKey, UNREADABLE } from '../kinds/world.ts';
import { serverPath, uriOfPath } from './serverPaths.ts';

/** What a line with Include brings in. */
export interface Included {
  /** URIs in the order in which httpd reads them; the real file behind a link. */
  readonly files: readonly string[];
  /** Why nothing, or not all, is read. `unknown`: nobody has looked yet, or the name is not known. */
  readonly fault?: IncludeFault;
}

/** `missing`: no such file; `no-match`: nothing fits the pattern; `no-folder`: the folder of the pattern is not there. */
export type IncludeFault = 'missing' | 'no-match' | 'no-folder' | 'unreadable' | 'unknown';

/** Folders in folders that httpd follows (httpd-config 4.3). */
const DEEPEST = 128;

/** Finds the files of an Include (httpd-config 4.1): patterns in each component, folders with everything in them. */
export function findIncluded(ask: Ask, name: string): Included {
  const path = serverPath(ask, name);
  const parts = path.split('/').filter((part) => part !== '');
  const first = parts.findIndex(isPattern);
  if (first < 0) return named(ask, uriOfPath(ask, path));
  const folder = uriOfPath(ask, `/${parts.slice(0, first).join('/')}`);
  return matching(ask, folder, parts.slice(first));
}

/** A name without pattern: a file, or a folder with all that is in it. */
function named(ask: Ask, uri: string): Included {
  const listing = ask(folderKey(parentUri(uri)));
  if (listing === undefined) return { files: [], fault: 'unknown' };
  if (listing === UNREADABLE) return { files: [], fault: 'unreadable' };
  const entry = listing === ABSENT ? undefined : listingEntries(listing).find(({ name }) => name === nameOf(uri));
  return entry ? everything(ask, entry, 0) : { files: [], fault: 'missing' };
}

function everything(ask: Ask, entry: FolderEntry, depth: number): Included {
  if (entry.kind === 'file') return { files: [entry.uri] };
  if (entry.kind === 'other' || depth >= DEEPEST) return { files: [], fault: 'unreadable' };
  const listing = ask(folderKey(entry.uri));
  if (listing === undefined) return { files: [], fault: 'unknown' };
  if (listing === ABSENT || listing === UNREADABLE) return { files: [], fault: 'unreadable' };
  return joined(listingEntries(listing).map((child) => everything(ask, child, depth + 1)));
}

/** Goes down one component; one before the last matches folders only, and the rest must be in each. */
function matching(ask: Ask, folder: string, [part = '', ...rest]: readonly string[]): Included {
  const listing = ask(folderKey(folder));
  if (listing === undefined) return { files: [], fault: 'unknown' };
  if (listing === ABSENT) return { files: [], fault: 'no-folder' };
  if (listing === UNREADABLE) return { files: [], fault: 'unreadable' };
  const matches = listingEntries(listing).filter(
    ({ name, kind }) => fits(part, name) && (rest.length === 0 || kind === 'folder'),
  );
  if (matches.length === 0) return { files: [], fault: 'no-match' };
  if (rest.length === 0) return joined(matches.map((entry) => everything(ask, entry, 0)));
  return joined(matches.map((entry) => below(ask, entry.uri, rest)));
}

function fits(part: string, name: string): boolean {
  return isPattern(part) ? fnmatch(part, name) : name === literalName(part);
}

/** The rest of the components: literal ones must be there, patterns must match. */
function below(ask: Ask, folder: string, rest: readonly string[]): Included {
  if (rest.some(isPattern)) return matching(ask, folder, rest);
  return named(ask, [folder, ...rest.map(encodeURIComponent)].join('/'));
}

/** All files of several; the first fault counts. */
function joined(all: readonly Included[]): Included {
  const fault = all.find((one) => one.fault)?.fault;
  return { files: all.flatMap((one) => one.files), ...(fault && { fault }) };
}
