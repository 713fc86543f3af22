import {
  BUILDS,
  builtInModules,
  CODES,
  hasDrive,
  NO_SETTINGS,
  overrideWords,
  resolvePath,
  RULE_SETTINGS,
  type RuleSetting,
  type Settings,
} from '../engine/engine.ts';
import { fileNamed } from './uris.ts';

/** What the user has set for one document. */
export interface DocumentSettings {
  readonly engine: Settings;
  readonly directiveCase: 'preserve' | 'canonical';
  /** Whether a closing tag is written when the opening tag is finished. */
  readonly autoClosingTags: boolean;
  /** URI of the main configuration, or `NO_ROOT`. */
  readonly root?: string;
  /** URI of the file that sets the environment of the server. */
  readonly envFile?: string;
}

/** What the setting says in place of a file: no main configuration reads the file. */
export const NO_ROOT = 'none';

/** Takes a sentence for the person whose setting is not taken. */
export type Complain = (sentence: string) => void;

/**
 * Reads the section `htconf` of an editor's configuration, whose parts are objects: `{ format: { directiveCase } }`.
 * A value that cannot be used is complained of, and the setting is then as if it were not there. Relative paths are below
 * `folder`, a URI.
 */
export function readSettings(section: unknown, complain: Complain, folder: string): DocumentSettings {
  const values = asRecord(section) ?? {};
  const take: Take = (name, wanted, read) => {
    const value = valueAt(values, name);
    if (value === undefined || value === null) return undefined;
    const taken = read(value);
    if (taken === undefined) complain(`The setting htconf.${name} is ignored: it must be ${wanted}.`);
    return taken;
  };
  const server = serverSettings(take, folder);
  const [root, envFile] = ['root', 'envFile'].map((name) => take(name, 'a path', asText));
  return {
    engine: {
      ...NO_SETTINGS,
      ...server,
      ownModules: take('modules', 'a list of module identifiers', asStrings) ?? [],
      ownDirectives: take('directives', 'a list of names', asStrings) ?? [],
      rules: knownRules(take('rules', 'an object with codes and severities', asRecord) ?? {}, complain),
    },
    directiveCase: take('format.directiveCase', 'preserve or canonical', asDirectiveCase) ?? 'preserve',
    autoClosingTags: take('autoClosingTags', 'true or false', asBoolean) ?? true,
    ...(root && { root: root === NO_ROOT ? root : fileNamed(root, folder) }),
    ...(envFile && { envFile: fileNamed(envFile, folder) }),
  };
}

/** Gives the value of a setting, unless `read` cannot take it; `wanted` says what it must be. */
type Take = <T>(name: string, wanted: string, read: (value: unknown) => T | undefined) => T | undefined;

/** What is said of the server. An empty value is the default of a setting, and says nothing. */
function serverSettings(take: Take, folder: string): Partial<Settings> {
  const version = take('httpdVersion', '2.4 or a release such as 2.4.62', asVersion);
  const modules = `one of ${BUILDS.join(', ')}, or module identifiers with commas between them`;
  const staticModules = take('staticModules', modules, asModules) ?? '';
  const defines = take('defines', 'a list of names', asStrings) ?? [];
  const allowOverride = take('allowOverride', 'words that AllowOverride takes', asOverride) ?? [];
  return {
    ...fileSettings(take, folder),
    ...(version !== undefined && version !== ANY_VERSION && { httpdVersion: version }),
    ...(staticModules.length > 0 && { staticModules }),
    ...(defines.length > 0 && { defines }),
    ...(allowOverride.length > 0 && { allowOverride }),
  };
}

/** What is said of its files. */
function fileSettings(take: Take, folder: string): Partial<Settings> {
  const checkPaths = take('checkPaths', 'true or false', asBoolean) ?? false;
  const paths = take('serverRoots', 'an object with paths of the server and folders', asPaths) ?? {};
  return {
    ...(checkPaths && { checkPaths }),
    ...(Object.keys(paths).length > 0 && { serverRoots: located(paths, folder) }),
  };
}

const ANY_VERSION = '2.4';

function valueAt(values: Readonly<Record<string, unknown>>, name: string): unknown {
  return name.split('.').reduce<unknown>((value, key) => asRecord(value)?.[key], values);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function asStrings(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function asPaths(value: unknown): Readonly<Record<string, string>> | undefined {
  const record = asRecord(value);
  const isTaken = record && Object.entries(record).every(([path, to]) => isServerPath(path) && typeof to === 'string');
  return isTaken ? (record as Readonly<Record<string, string>>) : undefined;
}

/** An absolute one, of Unix or of Windows. */
function isServerPath(path: string): boolean {
  return path.startsWith('/') || hasDrive(path);
}

function located(paths: Readonly<Record<string, string>>, folder: string): Readonly<Record<string, string>> {
  const rows = Object.entries(paths).map(([path, to]) => [serverPath(path), fileNamed(to, folder)] as const);
  return Object.fromEntries(rows);
}

/** As the engine spells it. */
function serverPath(path: string): string {
  return resolvePath('/', hasDrive(path) ? path.replaceAll('\\', '/') : path);
}

function asVersion(value: unknown): string | undefined {
  return typeof value === 'string' && /^2\.4(\.\d+)?$/.test(value) ? value : undefined;
}

function asModules(value: unknown): string | readonly string[] | undefined {
  return typeof value === 'string' ? builtInModules(value) : undefined;
}

/** The default, `All`, says nothing of what is granted. */
function asOverride(value: unknown): readonly string[] | undefined {
  const words = typeof value === 'string' ? overrideWords(value) : undefined;
  return words?.join() === 'All' ? [] : words;
}

function asDirectiveCase(value: unknown): DocumentSettings['directiveCase'] | undefined {
  return value === 'preserve' || value === 'canonical' ? value : undefined;
}

function knownRules(rules: Readonly<Record<string, unknown>>, complain: Complain): Record<string, RuleSetting> {
  const known: Record<string, RuleSetting> = {};
  for (const [code, value] of Object.entries(rules)) {
    const setting = RULE_SETTINGS.find((one) => one === value);
    if (!Object.hasOwn(CODES, code)) complain(`The setting htconf.rules names ${code}, but no finding has this code.`);
    else if (!setting)
      complain(`The setting htconf.rules.${code} is ignored: it must be one of ${RULE_SETTINGS.join(', ')}.`);
    else known[code] = setting;
  }
  return known;
}
