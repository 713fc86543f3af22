import type { Ask } from '../base/ask.ts';
import { fnmatch, isPattern } from '../base/fnmatch.ts';
import { listedEntry, listingEntries, type FolderEntry } from '../base/listing.ts';
import { childUri, hasDrive, nameOf, parentUri } from '../base/paths.ts';
import { ABSENT, fileKey, folderKey, KEYS, readingKey, UNREADABLE } from '../kinds/world.ts';
import { absenceOf, folderAt, pathNamed, uriOfPath, type Absence } from './serverPaths.ts';

/** What a line with Include brings in. */
export interface Included {
  /** The path on the server that the name means, wildcards and all; absent where that is not known. */
  readonly path?: string;
  /** Where names without `/` in front are looked for: the URI of the ServerRoot. */
  readonly root?: string;
  /** What it means that something is not found. */
  readonly absence?: Absence;
  /** In the order in which httpd reads them, under the names that they have in their folders. */
  readonly files: readonly FolderEntry[];
  /** Why nothing, or not all, is read, in the order in which httpd comes upon it. */
  readonly faults: readonly IncludeFault[];
}

/**
 * `missing`: no such file; `dead-link`: a link that leads nowhere; `no-match`: nothing in a folder fits the pattern;
 * `no-folder`: the folder of the pattern is not there; `no-file`: neither a file nor a folder; `unreadable`: not for
 * htconf to read; `cycle`: a file that is being read already; `link-cycle`: a folder that holds a link to itself;
 * `unknown`: nobody has looked yet, or the name is not known.
 */
export interface IncludeFault {
  readonly what: NotThere | 'no-file' | 'unreadable' | 'cycle' | 'link-cycle' | 'unknown';
  /** URI of the file or folder that it is about; empty where the name is not known. */
  readonly uri: string;
}

type NotThere = 'missing' | 'dead-link' | 'no-match' | 'no-folder';

const NOT_THERE: readonly string[] = ['missing', 'dead-link', 'no-match', 'no-folder'] satisfies NotThere[];

/** IncludeOptional forgives what is not there (httpd-config 4.2), and a path that is too long because of its links. */
export function counts(key: string, { what }: IncludeFault): boolean {
  return key !== 'includeoptional' || !(NOT_THERE.includes(what) || what === 'link-cycle');
}

const NOT_KNOWN: Included = { files: [], faults: [{ what: 'unknown', uri: '' }] };

/** Files and folders that one line goes through at most. */
const MOST = 10_000;

/** How often a file that is open is entered again; httpd goes on to a depth of 128 and then gives up (httpd-config 4.3). */
const AGAIN = 2;

/** One search: what was found so far. */
interface Search {
  readonly ask: Ask;
  readonly path: string;
  readonly files: FolderEntry[];
  readonly faults: IncludeFault[];
  /** Folders that it is in at the moment, so that a circle of links ends. */
  readonly open: Set<string>;
  steps: number;
}

/**
 * Finds the files of an Include (httpd-config 4.1): patterns in each component, folders with everything in them. A name
 * that is not known is undefined.
 */
export function findIncluded(ask: Ask, name: string | undefined): Included {
  const path = name === undefined ? undefined : pathNamed(ask, name);
  const root = pathNamed(ask, '.');
  if (path === undefined) return NOT_KNOWN;
  const search: Search = { ask, path, files: [], faults: [], open: new Set(), steps: 0 };
  const parts = partsOf(path, name);
  const first = parts.findIndex(isPattern);
  if (first < 0) named(search, uriOfPath(ask, path));
  else matching(search, uriOfPath(ask, `/${parts.slice(0, first).join('/')}`), parts.slice(first));
  const absence = absenceOf(ask, path);
  const faults = absence === 'none' ? search.faults.map(notSure) : search.faults;
  return { path, absence, ...(root !== undefined && { root: uriOfPath(ask, root) }), files: search.files, faults };
}

/** The components of a path; an empty one at the end, where only folders are meant. */
function partsOf(path: string, name = ''): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return name.endsWith('/') ? [...parts, ''] : parts;
}

/** What is not on this machine may be on the server. */
function notSure({ what, uri }: IncludeFault): IncludeFault {
  return { what: NOT_THERE.includes(what) ? 'unknown' : what, uri };
}

function fail({ faults }: Search, what: IncludeFault['what'], uri: string): void {
  faults.push({ what, uri });
}

/** What a folder holds; where that is not to be had, says so. */
function listingOf(search: Search, uri: string, absent: IncludeFault): string | undefined {
  const listing = search.ask(folderKey(folderAt(search.ask, uri, search.path)));
  if (listing !== undefined && listing !== ABSENT && listing !== UNREADABLE) return listing;
  if (listing === undefined) fail(search, 'unknown', uri);
  else if (listing === ABSENT) fail(search, absent.what, absent.uri);
  else fail(search, 'unreadable', uri);
  return undefined;
}

/** A name without pattern: a file, or a folder with all that is in it. */
function named(search: Search, uri: string): void {
  const missing: IncludeFault = { what: 'missing', uri };
  const listing = listingOf(search, parentUri(uri), missing);
  if (listing === undefined) return;
  const entry = listedEntry(listing, nameOf(uri), hasDrive(search.path));
  if (entry) everything(search, entry);
  else search.faults.push(missing);
}

function everything(search: Search, entry: FolderEntry): void {
  const { kind, uri } = entry;
  search.steps++;
  if (search.steps > MOST) return fail(search, 'unknown', uri);
  if (kind === 'file') return oneFile(search, entry);
  if (kind === 'nothing') return fail(search, 'dead-link', uri);
  if (kind === 'other' && !uri.endsWith('/dev/null')) return fail(search, 'no-file', uri);
  if (kind === 'folder') wholeFolder(search, uri);
}

function oneFile(search: Search, entry: FolderEntry): void {
  const { ask, files } = search;
  const again = ask(KEYS.cycle) ? 0 : AGAIN;
  if (Number(ask(readingKey(entry.uri)) ?? 0) > again) fail(search, 'cycle', entry.uri);
  else if (ask(fileKey(entry.uri)) === UNREADABLE) fail(search, 'unreadable', entry.uri);
  else files.push(entry);
}

function wholeFolder(search: Search, uri: string): void {
  const { open } = search;
  if (open.has(uri)) return fail(search, 'link-cycle', uri);
  open.add(uri);
  for (const child of listingEntries(listingOf(search, uri, { what: 'missing', uri }) ?? '')) everything(search, child);
  open.delete(uri);
}

/** Goes down one component; one before the last matches folders only, and the rest must be in each. */
function matching(search: Search, folder: string, [part = '', ...rest]: readonly string[]): void {
  if (!isPattern(part)) return matching(search, childUri(folder, part), rest);
  const listing = listingOf(search, folder, { what: 'no-folder', uri: folder });
  const entries = listing === undefined ? undefined : listingEntries(listing);
  const matches = entries?.filter(({ name, kind }) => fnmatch(part, name) && (rest.length === 0 || kind === 'folder'));
  if (matches?.length === 0) fail(search, 'no-match', folder);
  for (const entry of matches ?? []) {
    if (rest.length === 0) everything(search, entry);
    else if (rest.some(isPattern)) matching(search, entry.uri, rest);
    else named(search, childUri(entry.uri, rest.join('/')));
  }
}
