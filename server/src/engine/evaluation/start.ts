import type { Answer } from '../base/ask.ts';
import { OVERRIDE_BITS, type OverrideClass } from '../catalogue/bits.ts';
import { allModules } from '../catalogue/catalogue.ts';
import type { BuildProfile } from '../catalogue/module.ts';
import { enter, htaccessOffer, serverOffer } from '../catalogue/contexts.ts';
import { environmentKey, flagKey, KEYS, moduleKey, ownDirectiveKey, ownModuleKey } from '../kinds/world.ts';
import { possibleStarts } from '../catalogue/starts.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { contextComment } from './contextComment.ts';
import { startPlace, type Place } from './place.ts';
import { rootPaths } from './serverPaths.ts';
import type { Context, Settings } from './settings.ts';

/** How the evaluation of a file begins. */
export interface Start {
  readonly place: Place;
  readonly answers: ReadonlyMap<string, Answer>;
}

const HTACCESS = htaccessOffer(Object.keys(OVERRIDE_BITS) as OverrideClass[]);

/** One place of each sort, so that equal places are identical in all evaluations. */
const PLACES: Readonly<Record<Context | 'somewhere', Place>> = {
  server: startPlace([serverOffer], false),
  vhost: startPlace([enter(serverOffer, '<virtualhost')], false),
  directory: startPlace([enter(serverOffer, '<directory')], false),
  htaccess: startPlace([HTACCESS], true),
  somewhere: startPlace(possibleStarts(), false),
};

const MAIN_FILE = /(^|\/)(httpd|apache2)\.conf$/i;
const HTACCESS_FILE = /(^|\/|\.)htaccess$/i;

export function startOf(file: SourceFile, settings: Settings): Start {
  const context = contextOf(file, settings);
  const root = context === 'root';
  const answers = new Map<string, Answer>([
    ...settings.ownDirectives.map((name) => [ownDirectiveKey(directiveKey(name)), 'yes'] as const),
    ...settings.ownModules.map((name) => [ownModuleKey(name), 'yes'] as const),
    ...(settings.defines ?? []).map((name) => [flagKey(name), 'yes'] as const),
    ...Object.entries(settings.environment ?? {}).map(([name, value]) => [environmentKey(name), value] as const),
    ...builtIn(settings.staticModules).map(([name, truth]) => [moduleKey(name), truth] as const),
    ...(settings.httpdVersion === undefined ? [] : [[KEYS.version, settings.httpdVersion] as const]),
  ]);
  if (settings.ownDirectives.length > 0) answers.set(KEYS.ownDirectives, settings.ownDirectives.join(' '));
  if (settings.defines) answers.set(KEYS.flags, 'known');
  if (settings.environment) answers.set(KEYS.environment, 'known');
  if (settings.modules === 'all') answers.set(KEYS.modules, 'all');
  if (root)
    for (const [key, answer] of [[KEYS.file, 'root'], ...rootPaths(file.uri, settings.serverRoots ?? {})] as const)
      answers.set(key, answer);
  else answers.set(KEYS.open, 'yes');
  return { place: PLACES[root ? 'server' : context], answers };
}

/** What a file is: its name, then the setting, then its comment decide. */
function contextOf(file: SourceFile, settings: Settings): Context | 'somewhere' | 'root' {
  if (HTACCESS_FILE.test(file.uri)) return 'htaccess';
  if (settings.context) return settings.context;
  const comment = contextComment(file);
  if (comment) return comment;
  return isMainFile(file) ? 'root' : 'somewhere';
}

/** A main configuration has the name of one, or says where the server's root is. */
export function isMainFile(file: SourceFile): boolean {
  return MAIN_FILE.test(file.uri) || file.chunks.some((chunk) => chunk.lines.some((line) => line.key === 'serverroot'));
}

/** `<Name>` and `Name` as keys of the catalogue. */
function directiveKey(name: string): string {
  return name.toLowerCase().replace(/>$/, '');
}

/** Modules that are compiled in: surely those that every build has, maybe those that some build has. */
function builtIn(setting: Settings['staticModules']): [string, 'yes' | 'maybe'][] {
  if (setting !== undefined && typeof setting !== 'string') return setting.map((name) => [name, 'yes']);
  const found: [string, 'yes' | 'maybe'][] = [];
  for (const { identifier, builtIn: builds = [] } of allModules()) {
    if (setting === undefined ? builds.length === BUILDS.length : builds.includes(setting as BuildProfile))
      found.push([identifier, 'yes']);
    else if (setting === undefined && builds.length > 0) found.push([identifier, 'maybe']);
  }
  return found;
}

/** The builds whose built-in modules are known. */
export const BUILDS: readonly BuildProfile[] = ['debian', 'redhat', 'homebrew', 'upstream', 'windows'];

/**
 * What is compiled in, as a person writes it: the name of a build, or module identifiers with commas or blanks between
 * them. Undefined where it is neither; empty where nothing is said.
 */
export function builtInModules(text: string): string | readonly string[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const build = BUILDS.find((one) => words.length === 1 && one === words[0]);
  return build ?? (words.every((word) => word.endsWith('_module')) ? words : undefined);
}
