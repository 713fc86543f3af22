import { HOLE } from '../base/ask.ts';
import { nameOf } from '../base/paths.ts';
import type { Evaluation } from './evaluation.ts';
import type { Fact } from './finding.ts';
import { OVERRIDE } from './overrideFacts.ts';
import type { Place } from './place.ts';

/** What a main configuration says of `.htaccess` files: gathered once, for all of them. */
export interface Overrides {
  readonly root: Evaluation;
  /** The main server first, then the virtual hosts. */
  readonly hosts: readonly Host[];
}

/** A server with what is said in it; a virtual host has all that the main server says besides. */
export interface Host {
  /** As its tag has it; empty for the main server. */
  readonly name: string;
  readonly folders: readonly Folder[];
  /** The last DocumentRoot that is surely read, and those behind it that may be. */
  readonly roots: readonly Saying[];
  /** The same of AccessFileName. */
  readonly files: readonly Saying[];
}

/** One `<Directory>`. */
export interface Folder {
  /** Path or pattern; a hole where it is not known, `~` where it is a regular expression, which counts too late. */
  readonly path: string;
  /** The components of the path. */
  readonly parts: readonly string[];
  readonly lines: readonly Saying[];
}

/** One line. */
export interface Saying {
  readonly what: string;
  /** A path, or words with blanks between; a hole where they are not known. */
  readonly words: string;
  /** Whether it is surely read. */
  readonly sure: boolean;
  /** Name of the file that it stands in. */
  readonly file: string;
}

type Growing<T> = { -readonly [name in keyof T]: T[name] extends readonly (infer One)[] ? One[] : T[name] };

/** Goes through what is said, in the order of reading. */
export function overridesOf(root: Evaluation): Overrides {
  const hosts = [newHost('')];
  let folder = newFolder(HOLE);
  for (const { run, facts, topics } of root.judged) {
    for (const fact of topics.has(OVERRIDE) ? facts : []) {
      if (fact.kind !== OVERRIDE) continue;
      const saying = sayingOf(fact, run.uri);
      const host = hosts[isInHost(fact.place) ? hosts.length - 1 : 0] ?? newHost('');
      if (saying.what === 'host') hosts.push(newHost(saying.words));
      else if (saying.what === 'folder') host.folders.push((folder = newFolder(saying.words)));
      else if (saying.what === 'root') say(host.roots, saying);
      else if (saying.what === 'files') say(host.files, saying);
      else folder.lines.push(saying);
    }
  }
  return { root, hosts };
}

function newHost(name: string): Growing<Host> {
  return { name, folders: [], roots: [], files: [] };
}

function newFolder(path: string): Growing<Folder> {
  return { path, parts: componentsOf(path), lines: [] };
}

export function componentsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function sayingOf({ value, place }: Fact, uri: string): Saying {
  const at = value.indexOf(' ');
  return { what: value.slice(0, at), words: value.slice(at + 1), sure: place.truth === 'yes', file: nameOf(uri) };
}

/** What is surely read takes the place of what was said before. */
function say(sayings: Saying[], saying: Saying): void {
  if (saying.sure) sayings.length = 0;
  sayings.push(saying);
}

function isInHost(place: Place): boolean {
  let at: Place | undefined = place;
  while (at && at.section !== '<virtualhost') at = at.parent;
  return at !== undefined;
}
