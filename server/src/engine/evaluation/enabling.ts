import { listingEntries, listingText } from '../base/listing.ts';
import { nameOf } from '../base/paths.ts';
import { allModules } from '../catalogue/catalogue.ts';
import { ABSENT, UNREADABLE } from '../kinds/world.ts';
import type { Snapshot } from './snapshot.ts';

/** What Debian has in one folder, and reads through links in the other. */
const AVAILABLE = /^(.*\/(?:sites|conf|mods)-)available\/[^/]+$/;

/** The folder with the links to what is enabled, for a file beside it that may be. */
export function enabledFolder(uri: string): string | undefined {
  const [, before] = AVAILABLE.exec(uri) ?? [];
  return before === undefined ? undefined : `${before}enabled`;
}

/** The same moment with one more file enabled under its name; undefined where nobody has looked into the folder for that. */
export function withEnabled(snapshot: Snapshot, uri: string): Snapshot | undefined {
  const folder = enabledFolder(uri);
  const listing = folder === undefined ? undefined : snapshot.folders.get(folder);
  if (folder === undefined || listing === undefined || listing === UNREADABLE) return undefined;
  const name = nameOf(uri);
  const replaced = [name, ...conflicting(name)];
  const others = (listing === ABSENT ? [] : listingEntries(listing)).filter((entry) => !replaced.includes(entry.name));
  const text = listingText([...others, { name, kind: 'file', uri }]);
  return { ...snapshot, folders: new Map([...snapshot.folders, [folder, text]]) };
}

/** The files that `a2enmod` would have disabled first: two MPMs cannot be enabled together (httpd-config 7.4). */
function conflicting(name: string): readonly string[] {
  const module = [...allModules()].find(({ a2enmod }) => a2enmod && name === `${a2enmod.name}.load`);
  return module?.a2enmod?.conflicts.flatMap((other) => [`${other}.load`, `${other}.conf`]) ?? [];
}
