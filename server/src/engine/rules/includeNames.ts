import type { Ask } from '../base/ask.ts';
import { isPattern } from '../base/fnmatch.ts';
import { listingEntries, type FolderEntry } from '../base/listing.ts';
import { decoded, isAbsolute, parentUri } from '../base/paths.ts';
import { nearNames } from '../base/spelling.ts';
import { ABSENT, folderKey, UNREADABLE } from '../kinds/world.ts';
import { namesThatWork, type IncludeLine } from './includeLine.ts';

/**
 * The names that may have been meant by one that leads to nothing: of a file that lies beside the one with the line,
 * and those with one slip of the pen in one component. `file` is the URI of the file with the line.
 */
export function meantNames(ask: Ask, line: IncludeLine, file: string): string[] {
  const name = line.name.value.text;
  const { root } = line.included;
  if (isAbsolute(name) || root === undefined) return namesThatWork(ask, nearAbsolute(ask, line)).slice(0, 3);
  const beside = besideFile(root, file);
  const names = [...(beside === undefined ? [] : [beside + name]), ...slips(ask, root, name.split('/'))];
  return namesThatWork(ask, names).slice(0, 3);
}

/** Below the ServerRoot, the path of the folder that a file is in, with its final slash. */
function besideFile(root: string, file: string): string | undefined {
  const folder = `${parentUri(file)}/`;
  return folder.startsWith(`${root}/`) && folder !== `${root}/` ? decoded(folder.slice(root.length + 1)) : undefined;
}

/** Of an absolute name only the last component before the first pattern is looked at. */
function nearAbsolute(ask: Ask, { name, included }: IncludeLine): string[] {
  const [fault] = included.faults;
  const parts = name.value.text.split('/');
  const pattern = parts.findIndex(isPattern);
  const last = pattern < 0 ? parts.length - 1 : pattern - 1;
  if (!fault || last < 1) return [];
  const before = parts.slice(0, last).join('/');
  return slips(ask, parentUri(fault.uri), parts.slice(last)).map((rest) => `${before}/${rest}`);
}

/** The paths below a folder that differ from one in a slip in one component; from the first pattern on nothing is changed. */
function slips(ask: Ask, folder: string, [part = '', ...rest]: readonly string[]): string[] {
  if (isPattern(part)) return [];
  const entries = entriesOf(ask, folder);
  const near = nearNames(
    part,
    entries.map(({ name }) => name),
  ).filter((name) => name !== part);
  const here = near.map((name) => [name, ...rest].join('/'));
  const next = entries.find(({ name, kind }) => name === part && kind === 'folder');
  const goesDown = rest.length > 0 && (next !== undefined || part === '' || part === '.');
  const below = goesDown ? slips(ask, next?.uri ?? folder, rest).map((tail) => `${part}/${tail}`) : [];
  return [...here, ...below];
}

function entriesOf(ask: Ask, folder: string): readonly FolderEntry[] {
  const listing = ask(folderKey(folder));
  return listing === undefined || listing === ABSENT || listing === UNREADABLE ? [] : listingEntries(listing);
}
