import type { Ask } from '../base/ask.ts';
import type { Truth } from '../base/truth.ts';
import { moduleByIdentifier, moduleBySourceFile } from '../catalogue/catalogue.ts';

/**
 * The keys under which the world answers. Names of variables are in lower case (httpd-config 1.4), all others as they
 * are written.
 */
export const KEYS = {
  /** `root` for a main configuration, undefined for a loose file. */
  file: 'file',
  /** `all` where every module of the catalogue is loaded and nothing else. */
  modules: 'modules',
  /** `yes` once something was read that is not known here: an include, a macro. */
  open: 'open',
  /** `yes` or `maybe` once a module is loaded that nobody knows. */
  unknownModule: 'unknown-module',
  /** `yes` once a macro is used that may open or close sections. */
  strayTags: 'stray-tags',
  /** The httpd version, `2.4.58`. */
  version: 'version',
  /** `known` where the environment of the server is known, and so what is not in it. */
  environment: 'environment',
  /** `known` where the `-D` names of the server are known, and so what is not among them. */
  flags: 'flags',
  /** The path on the server that relative names are below (httpd-config 3.2): the last `ServerRoot` that was read. */
  serverRoot: 'server-root',
  /** URI of the folder that stands for it until a `ServerRoot` says otherwise. */
  rootFolder: 'root-folder',
  /** Paths of the server and the folders that stand for them: `path TAB uri`, one a line, the last that fits counts. */
  mappings: 'mappings',
  /** UTF-16 units by which variables have made lines longer, where that is much. */
  grown: 'grown',
  /** Names of the user's own directives, with blanks between. */
  ownDirectives: 'own-directives',
} as const;

export const moduleKey = (identifier: string): string => `module:${identifier}`;
export const variableKey = (name: string): string => `variable:${name.toLowerCase()}`;
export const environmentKey = (name: string): string => `environment:${name}`;
export const flagKey = (name: string): string => `flag:${name}`;
/** A provider that the configuration itself names: `authz` for `Require`, `authn` for AuthBasicProvider and its kin. */
export const providerKey = (group: 'authn' | 'authz', name: string): string => `provider:${group}:${name}`;
/** `even` for a macro whose sections begin and end in it, `ragged` for any other; names are in lower case. */
export const macroKey = (name: string): string => `macro:${name.toLowerCase()}`;
/** What a folder holds, as a listing; `ABSENT` or `UNREADABLE`; undefined where nobody has looked. */
export const folderKey = (uri: string): string => `folder:${uri}`;

export const ABSENT = '\0absent';
export const UNREADABLE = '\0unreadable';
export const ownDirectiveKey = (key: string): string => `own-directive:${key}`;
export const ownModuleKey = (identifier: string): string => `own-module:${identifier}`;

/** Whether this is a file whose main configuration is not known: nothing is said that depends on it. */
export function isLoose(ask: Ask): boolean {
  return ask(KEYS.file) !== 'root';
}

/** Whether everything that this configuration loads is in the catalogue. */
export function isClosedWorld(ask: Ask): boolean {
  if (ask(KEYS.modules) === 'all') return true;
  return !isLoose(ask) && ask(KEYS.open) === undefined && ask(KEYS.unknownModule) === undefined;
}

/** The identifier that a name in `<IfModule>` stands for: an identifier or a source file, in this very case. */
export function moduleNamed(name: string): string | undefined {
  return (moduleByIdentifier(name) ?? moduleBySourceFile(name))?.identifier;
}

/** Whether a module is loaded, as far as it was read; `name` as in `<IfModule>` (httpd-config 7.2). */
export function moduleLoaded(ask: Ask, name: string): Truth {
  const known = moduleNamed(name);
  if (ask(KEYS.modules) === 'all') return known || ask(ownModuleKey(name)) ? 'yes' : 'no';
  const answer = ask(moduleKey(known ?? name));
  if (answer === 'yes' || answer === 'maybe') return answer;
  if (isLoose(ask) || ask(KEYS.open)) return 'maybe';
  return known === undefined && ask(KEYS.unknownModule) ? 'maybe' : 'no';
}
