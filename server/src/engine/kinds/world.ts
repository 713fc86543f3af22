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
  /** URI of the main configuration. */
  main: 'main',
  /** `all` where every module of the catalogue is loaded and nothing else. */
  modules: 'modules',
  /** `yes` once something was read that is not known here: an include, a macro. */
  open: 'open',
  /** `yes` or `maybe` once a module is loaded that nobody knows. */
  unknownModule: 'unknown-module',
  /** `yes` once a macro is used that may open or close sections. */
  strayTags: 'stray-tags',
  /** The build that httpd is of (`BuildProfile`), where it is set or the layout shows it. */
  build: 'build',
  /** Name and parameters of the macro that is being read. */
  macroHead: 'macro-head',
  /** How many parts of its lines are known, see `macroPartKey`. */
  macroParts: 'macro-parts',
  /** Lines that macros have made so far. */
  made: 'made',
  /** The httpd version, `2.4.58`. */
  version: 'version',
  /** `known` where the environment of the server is known, and so what is not in it. */
  environment: 'environment',
  /** `known` where the `-D` names of the server are known, and so what is not among them. */
  flags: 'flags',
  /** The path on the server that relative names are below (httpd-config 3.2): the last `ServerRoot` that was read, or a hole. */
  serverRoot: 'server-root',
  /** URI of the folder that stands for it until a `ServerRoot` says otherwise. */
  rootFolder: 'root-folder',
  /** Paths of the server and the folders that stand for them: `path TAB uri`, one a line, the last that fits counts. */
  mappings: 'mappings',
  /** `yes` where the configuration lies where it says that it does: then paths of the server are those of this machine. */
  inPlace: 'in-place',
  /**
   * `bare` where the configuration seems to be a copy that lies elsewhere than on the server, and may not be whole;
   * `filled` once an Include has found something in it; `no` where the user has said that it stands for the server's.
   */
  copy: 'copy',
  /** `yes` where files that directives name are looked for. */
  checkPaths: 'check-paths',
  /**
   * `yes` for a file that is read only in thought, as if it were enabled (`evaluation/enabling.ts`): the modules that it needs
   * may be enabled with it.
   */
  enabling: 'enabling',
  /** `yes` once a file was found to include itself: httpd gives up there, so from then on no file that is open is entered again. */
  cycle: 'cycle',
  /** UTF-16 units by which variables have made lines longer, where that is much. */
  grown: 'grown',
  /** Names of the user's own directives, with blanks between. */
  ownDirectives: 'own-directives',
  /** Names of the maps that RewriteMap has made so far, with blanks between: for suggestions, so all that may be read count. */
  rewriteMaps: 'rewrite-maps',
} as const;

export const moduleKey = (identifier: string): string => `module:${identifier}`;
/** `yes` for a module that is compiled in, `maybe` where some of the builds that it may be have it. */
export const builtInKey = (identifier: string): string => `built-in:${identifier}`;
export const variableKey = (name: string): string => `variable:${name.toLowerCase()}`;
export const environmentKey = (name: string): string => `environment:${name}`;
export const flagKey = (name: string): string => `flag:${name}`;
/** A provider that the configuration itself names: `authz` for `Require`, `authn` for AuthBasicProvider and its kin. */
export const providerKey = (group: 'authn' | 'authz', name: string): string => `provider:${group}:${name}`;
/** `yes` for a method that the main configuration makes known to httpd; letter case counts. */
export const methodKey = (name: string): string => `method:${name}`;
/** A macro (`evaluation/macro.ts`); names are in lower case. */
export const macroKey = (name: string): string => `macro:${name.toLowerCase()}`;
/** Some lines of the macro that is being read: those of one run, so that no run depends on all lines before it. */
export const macroPartKey = (part: number): string => `macro-part:${String(part)}`;
/** What a folder holds, as a listing; `ABSENT` or `UNREADABLE`; undefined where nobody has looked. */
export const folderKey = (uri: string): string => `folder:${uri}`;
/** `UNREADABLE` for a file that cannot be read. */
export const fileKey = (uri: string): string => `file:${uri}`;
/** How often a file is being read at the moment; undefined where it is not. */
export const readingKey = (uri: string): string => `reading:${uri}`;

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
  const isOpen = ask(KEYS.open) !== undefined || ask(KEYS.enabling) !== undefined;
  return !isLoose(ask) && !isOpen && ask(KEYS.unknownModule) === undefined;
}

/** Whether one of these modules is loaded, as far as it was read. */
export function anyLoaded(ask: Ask, modules: readonly string[]): Truth {
  const truths = modules.map((module) => moduleLoaded(ask, module));
  if (truths.includes('yes')) return 'yes';
  return truths.includes('maybe') ? 'maybe' : 'no';
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
  if (isLoose(ask) || ask(KEYS.open) || ask(KEYS.enabling)) return 'maybe';
  return known === undefined && ask(KEYS.unknownModule) ? 'maybe' : 'no';
}

/** The last number of the httpd version, 58 of 2.4.58; undefined where it is not known. */
export function patchLevel(ask: Ask): number | undefined {
  const patch = /^2\.4\.(\d+)$/.exec(ask(KEYS.version) ?? '')?.[1];
  return patch === undefined ? undefined : Number(patch);
}
