import { OVERRIDE_BITS, type OverrideClass } from '../catalogue/bits.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { enter, htaccessOffer, refusal, serverOffer } from '../catalogue/contexts.ts';
import type { Entry } from '../catalogue/entry.ts';
import { code, codeList } from './markdown.ts';

/** The sections that the manual calls the context "directory". */
const DIRECTORY = ['<directory', '<location', '<files', '<if'];

const CLASSES = Object.keys(OVERRIDE_BITS) as OverrideClass[];

/** Where a directive may stand, in words: `server config`, `directory`, `.htaccess` with what it must be granted. */
export function contextWords(entry: Entry): string {
  const htaccess = htaccessWords(entry);
  return [...serverWords(entry), ...(htaccess === undefined ? [] : [htaccess])].join(', ') || 'nowhere';
}

function serverWords(entry: Entry): string[] {
  if (entry.phase === 'read') return ['anywhere in the files of the server, because httpd runs it while it reads them'];
  const sections = DIRECTORY.filter((section) => isAllowedIn(entry, section));
  const everyDirectory = sections.length === DIRECTORY.length;
  const server = isAllowed(entry);
  return [
    ...(server ? ['server config'] : []),
    ...(isAllowedIn(entry, '<virtualhost') ? ['virtual host'] : []),
    ...(everyDirectory ? ['directory'] : sections.map(tag)),
    ...(!everyDirectory && isAllowedIn(entry, '<proxy') ? [tag('<proxy')] : []),
    ...(!server && isAllowedIn(entry, '<mdomainset') ? [tag('<mdomainset')] : []),
  ];
}

function isAllowed(entry: Entry): boolean {
  return refusal(entry, undefined, serverOffer) === undefined;
}

function isAllowedIn(entry: Entry, section: string): boolean {
  return refusal(entry, undefined, enter(serverOffer, section)) === undefined;
}

function tag(key: string): string {
  return code(entryOf(key)?.name ?? `${key}>`);
}

/** The classes are tried one by one, because any of them is enough. */
function htaccessWords(entry: Entry): string | undefined {
  const classes = CLASSES.filter((name) => refusal(entry, undefined, htaccessOffer([name])) === undefined);
  if (classes.length === 0) return undefined;
  if (classes.length === CLASSES.length) return '.htaccess';
  return `.htaccess with AllowOverride ${codeList(classes, 'or')}`;
}
