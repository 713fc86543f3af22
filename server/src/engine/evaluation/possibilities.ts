import { HOLE, type Ask } from '../base/ask.ts';
import { fnmatchAll, isPattern } from '../base/fnmatch.ts';
import { hasDrive, nameOf, parentUri } from '../base/paths.ts';
import {
  ALL_GRANTED,
  isRead,
  merged,
  NOTHING_SAID,
  withClasses,
  withNames,
  type Override,
} from '../catalogue/grant.ts';
import { KEYS } from '../kinds/world.ts';
import { worldOf } from './disk.ts';
import { componentsOf, type Folder, type Host, type Overrides, type Saying } from './overrides.ts';
import { isPathIn, pathsOf } from './serverPaths.ts';
import type { Possibility } from './start.ts';

/** What `.htaccess` files are called. */
export const HTACCESS = '.htaccess';

/** More that may hold than this is taken for not known. */
const MOST = 16;

/** Names of the files that a main configuration takes for `.htaccess`. */
export function accessFiles({ hosts }: Overrides): string[] {
  return [HTACCESS, ...hosts.flatMap(({ files }) => files.flatMap(({ words }) => words.split(' ')))];
}

/**
 * What may hold for a `.htaccess`: one thing for each virtual host that may serve its folder, and for each condition that
 * may hold (httpd-config 5.5). Undefined where the main configuration says nothing of the folder.
 */
export function possibilitiesFor(overrides: Overrides, uri: string): readonly Possibility[] | undefined {
  const ask = worldOf(overrides.root);
  const paths = pathsOf(ask, parentUri(uri)).filter((path) => isClaimed(overrides, path, ask));
  if (paths.length === 0) return undefined;
  const found = paths.flatMap((path) => {
    const hosts = servingHosts(overrides, path);
    return hosts.flatMap((host) =>
      inHost(overrides, host, path, nameOf(uri)).map((one) => namingHost(one, host, hosts)),
    );
  });
  if (found.length === 0) return undefined;
  const open = ask(KEYS.open) === undefined ? [] : [NOT_KNOWN];
  const all = distinct([...found, ...open]);
  return all.length > MOST ? [NOT_KNOWN] : all;
}

/** Something was read that is not known: as for a file whose main configuration is not known. */
const NOT_KNOWN: Possibility = {
  ...ALL_GRANTED,
  read: true,
  said: 'What else the main configuration says is not known.',
};

/** Whether the main configuration names a folder around a path, or this very one. */
function isClaimed({ hosts }: Overrides, path: string, ask: Ask): boolean {
  const own = ask(KEYS.inPlace) === 'yes' ? [] : pathsOf(ask, ask(KEYS.rootFolder) ?? '');
  /** A folder around all of the configuration is meant on the server, not here. */
  const isTooFar = (folder: string): boolean => own.some((one) => one !== folder && isPathIn(one, folder));
  return hosts.some(
    ({ roots, folders }) =>
      roots.some(({ words }) => isRootOf(words, path) && !isTooFar(words)) ||
      folders.some((folder) => namesFolder(folder, path) && !isTooFar(folder.path)),
  );
}

function isRootOf(root: string, path: string): boolean {
  return root !== HOLE && root !== '/' && isPathIn(path, root);
}

function namesFolder(folder: Folder, path: string): boolean {
  return folder.path !== HOLE && folder.path !== '/' && matches(folder, path);
}

/** Those whose documents the path is among, or that name it; where none does, each may serve it under another name. */
function servingHosts({ hosts }: Overrides, path: string): readonly Host[] {
  const [main] = hosts;
  const serving = hosts.filter((host) => {
    const roots = host.roots.length > 0 ? host.roots : (main?.roots ?? []);
    const names = host !== main && host.folders.some((folder) => namesFolder(folder, path));
    return names || roots.some(({ words }) => words === HOLE || isRootOf(words, path));
  });
  return serving.length > 0 ? serving : hosts;
}

function namingHost(one: Possibility, host: Host, hosts: readonly Host[]): Possibility {
  if (hosts.length < 2) return one;
  const name = host.name === '' ? 'the main server' : `\`<VirtualHost ${host.name}>\``;
  return { ...one, said: `In ${name}: ${one.said}` };
}

/** What was found so far, with the lines that say so. */
interface State extends Override {
  readonly saidOfClasses?: string;
  /** Of the last line that names options. */
  readonly saidOfOptions?: string;
  readonly saidOfNames?: string;
}

function inHost({ hosts: [main] }: Overrides, host: Host, path: string, name: string): Possibility[] {
  const files = host.files.length > 0 ? host.files : (main?.files ?? []);
  const isNamed = files.length === 0 ? name === HTACCESS : files.some((line) => isOneOf(name, line));
  // Files of any other name may be anything.
  if (!isNamed && name !== HTACCESS) return [];
  if (!isNamed) return [{ ...ALL_GRANTED, read: false, said: sentence(files.map(quoted).join(', '), files[0]) }];
  const all = main === host ? host.folders : [...(main?.folders ?? []), ...host.folders];
  return statesFor(all, path).map(possibilityOf);
}

function isOneOf(name: string, { words }: Saying): boolean {
  return words === HOLE || words.split(' ').includes(name);
}

/**
 * The sections that match the folder or one around it, the shortest path first, then in their order. One whose path is
 * not known may be the last.
 */
function statesFor(folders: readonly Folder[], path: string): readonly State[] {
  const matching = folders.filter((folder) => folder.path === HOLE || matches(folder, path));
  const ordered = matching.sort((a, b) => lengthOf(a) - lengthOf(b));
  return ordered.reduce<readonly State[]>((outer, folder) => {
    const inner = insideOf(folder);
    return limited(outer.flatMap((one) => inner.map((other) => mergedState(one, other))));
  }, NOTHING_YET);
}

const NOTHING_YET: readonly State[] = [NOTHING_SAID];

/** Each condition doubles what may hold. */
function limited(states: readonly State[]): readonly State[] {
  const different = distinct(states);
  return different.length > MOST
    ? [{ ...withNames(ALL_GRANTED, undefined), saidOfClasses: NOT_KNOWN.said }]
    : different;
}

function lengthOf({ path, parts }: Folder): number {
  return path === HOLE ? Infinity : parts.length;
}

function insideOf({ path, lines }: Folder): readonly State[] {
  const said = lines.reduce((states, line) => {
    const behind = states.map((state) => after(state, line, path));
    return limited(line.sure ? behind : [...states, ...behind]);
  }, NOTHING_YET);
  return path === HOLE ? [NOTHING_SAID, ...said] : said;
}

function after(state: State, line: Saying, path: string): State {
  const said = sentence(quoted(line), line, path);
  if (line.what === 'names') return { ...state, ...withNames(state, wordsOf(line)), saidOfNames: said };
  const words = wordsOf(line);
  if (!words) return { ...state, ...ALL_GRANTED, saidOfClasses: said };
  const saidOfOptions = words.some((word) => /^options\b/i.test(word)) ? said : state.saidOfOptions;
  const ofOptions = saidOfOptions !== undefined && { saidOfOptions };
  return { ...state, ...withClasses(state, words), ...ofOptions, saidOfClasses: said };
}

/** Undefined where they are not known. */
function wordsOf({ words }: Saying): string[] | undefined {
  return words === HOLE ? undefined : words.split(' ').filter((word) => word !== '');
}

function mergedState(outer: State, inner: State): State {
  const { saidOfClasses, saidOfOptions } = inner.classes ? inner : outer;
  const saidOfNames = inner.saidOfNames ?? outer.saidOfNames;
  return {
    ...merged(outer, inner),
    ...(saidOfClasses !== undefined && { saidOfClasses }),
    ...(saidOfOptions !== undefined && { saidOfOptions }),
    ...(saidOfNames !== undefined && { saidOfNames }),
  };
}

function possibilityOf({ saidOfClasses, saidOfOptions, saidOfNames, ...override }: State): Possibility {
  const classes = saidOfClasses ?? 'The main configuration has no `AllowOverride` for this folder.';
  const said = [saidOfOptions, classes, saidOfNames].filter((one) => one !== undefined);
  return { ...override, read: isRead(override), said: [...new Set(said)].join(' ') };
}

const NAMES: Readonly<Record<string, string>> = {
  classes: 'AllowOverride',
  names: 'AllowOverrideList',
  files: 'AccessFileName',
};

function quoted({ what, words }: Saying): string {
  return `\`${`${NAMES[what] ?? ''} ${words === HOLE ? '…' : words}`.trim()}\``;
}

function sentence(line: string, saying: Saying | undefined, path?: string): string {
  const where = path === undefined || path === HOLE ? '' : ` for \`${path}\``;
  const condition = saying?.sure === false ? ', where a condition holds' : '';
  return `\`${saying?.file ?? ''}\` says ${line}${where}${condition}.`;
}

/** What differs only in what is said about it is the same. */
function distinct<T extends Override>(all: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    const { classes, options, names } = one;
    const key = JSON.stringify([classes, options, names, 'read' in one && one.read]);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Whether a section is about a folder or one around it, component by component (httpd-config 5.5). */
function matches({ path: pattern, parts }: Folder, path: string): boolean {
  const there = componentsOf(path);
  if (pattern === '~' || parts.length > there.length) return false;
  const isSame = isPattern(pattern) ? fnmatchAll : (one: string, other: string): boolean => one === other;
  // Windows does not look at letter case.
  const spelt = hasDrive(path) ? (part: string): string => part.toLowerCase() : (part: string): string => part;
  return parts.every((part, at) => isSame(spelt(part), spelt(there[at] ?? '')));
}
