import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  BUILDS,
  builtInModules,
  CODES,
  environmentIn,
  NO_SETTINGS,
  overrideWords,
  type RuleSetting,
  type Settings,
} from '../engine/engine.ts';
import { fileUri } from '../hosts/fileUri.ts';
import { allOf, choiceFor, isGiven, valueFor, type Arguments } from './arguments.ts';
import { CONTEXTS, MODULE_SETS, RULE_SETTINGS } from './options.ts';
import { displayPath } from './displayPath.ts';
import { Problem, withFile } from './problem.ts';
import { readContent } from './read.ts';

/** What the options of `check` say of the server, and of the findings that are wanted. */
export async function settingsOf(args: Arguments): Promise<Settings> {
  const envFile = valueFor(args, 'env');
  return { ...settingsIn(args), ...(envFile !== undefined && (await environmentFrom(resolve(envFile)))) };
}

/** What the options themselves say, without the file that `--env` names. */
export function settingsIn(args: Arguments): Settings {
  const context = choiceFor(args, 'context', CONTEXTS);
  const version = valueFor(args, 'httpd-version');
  const staticModules = valueFor(args, 'static-modules');
  const serverRoot = valueFor(args, 'server-root');
  const allowOverride = valueFor(args, 'allow-override');
  return {
    modules: choiceFor(args, 'modules', MODULE_SETS) ?? NO_SETTINGS.modules,
    ownModules: allOf(args, 'module'),
    ownDirectives: allOf(args, 'directive'),
    rules: Object.fromEntries(allOf(args, 'rule').map(ruleSetting)),
    ...(context && { context }),
    ...(version !== undefined && version !== ANY_VERSION && { httpdVersion: version }),
    ...(staticModules !== undefined && { staticModules: buildOrModules(staticModules) }),
    ...(allowOverride !== undefined && { allowOverride: override(allowOverride) }),
    ...(serverRoot !== undefined && { serverRoot: folderUri(resolve(serverRoot)) }),
    ...(isGiven(args, 'check-paths') && { checkPaths: true }),
    ...(isGiven(args, 'define') && { defines: allOf(args, 'define') }),
  };
}

function override(value: string): readonly string[] {
  const words = overrideWords(value);
  if (words) return words;
  throw new Problem(`--allow-override names \`${value}\`, but AllowOverride takes only words such as FileInfo or All.`);
}

function folderUri(path: string): string {
  const isFolder = withFile(displayPath(path), 'cannot be read', () => statSync(path).isDirectory());
  if (!isFolder) throw new Problem(`--server-root names ${displayPath(path)}, which is not a folder.`);
  return fileUri(path);
}

/** What a file such as Debian's envvars sets; it is read, not run. */
async function environmentFrom(path: string): Promise<Pick<Settings, 'environment' | 'environmentIsPart'>> {
  const content = await readContent(path);
  if ('unread' in content) throw new Problem(`${displayPath(path)} is larger than 16 MiB; it was not read.`);
  const { variables, isWhole } = environmentIn(content.text);
  return { environment: variables, environmentIsPart: !isWhole };
}

const ANY_VERSION = '2.4';

/** `CODE=severity`; the table of options has seen to its form. */
function ruleSetting(value: string): [string, RuleSetting] {
  const [code = '', word] = value.split('=');
  const setting = RULE_SETTINGS.find((one) => one === word);
  if (!setting || !Object.hasOwn(CODES, code))
    throw new Problem(`--rule names \`${code}\`, but no finding has this code.`);
  return [code, setting];
}

function buildOrModules(value: string): string | readonly string[] {
  const taken = builtInModules(value);
  if (taken !== undefined && taken.length > 0) return taken;
  const builds = BUILDS.join(', ');
  throw new Problem(
    `--static-modules names \`${value}\`, which is neither a build (${builds}) nor identifiers such as so_module.`,
  );
}
