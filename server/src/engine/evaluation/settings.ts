/** What a user, or a test, says of the server that a configuration is for. */
export interface Settings {
  /** `2.4.58`; any 2.4 where it is not set. */
  readonly httpdVersion?: string;
  /** The modules that are compiled in: a build, or identifiers. Not known where it is not set. */
  readonly staticModules?: string | readonly string[];
  /** `all`: every module of the catalogue is loaded and nothing else. */
  readonly modules: 'root' | 'all';
  /** The `-D` names of the server; not known where it is not set. */
  readonly defines?: readonly string[];
  /** The environment of the server; not known where it is not set. A value that is not known is a `HOLE`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether there may be variables that it does not name. */
  readonly environmentIsPart?: boolean;
  /** URI of the folder that stands for `ServerRoot`; the folder of the main configuration where it is not set. */
  readonly serverRoot?: string;
  /** Folders that stand for paths of the server: path → URI. */
  readonly serverRoots?: Readonly<Record<string, string>>;
  /** Identifiers of the user's own modules. */
  readonly ownModules: readonly string[];
  /** Names of the user's own directives. */
  readonly ownDirectives: readonly string[];
  /** Whether files that directives name are looked for. */
  readonly checkPaths?: boolean;
  /** Where loose files are included; not known where it is not set. */
  readonly context?: Context;
  /** What AllowOverride says for a `.htaccess` whose main configuration is not known: its words. All where it is not set. */
  readonly allowOverride?: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** Where a loose file may be included. */
export const CONTEXTS = ['server', 'vhost', 'directory', 'htaccess'] as const;

export type Context = (typeof CONTEXTS)[number];

/** What `htconf.rules` and `--rule` take. */
export const RULE_SETTINGS = ['off', 'error', 'warning', 'info', 'hint'] as const;

export type RuleSetting = (typeof RULE_SETTINGS)[number];

export const NO_SETTINGS: Settings = { modules: 'root', ownModules: [], ownDirectives: [], rules: {} };
