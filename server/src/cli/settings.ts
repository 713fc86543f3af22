import { BUILDS, builtInModules, CODES, NO_SETTINGS, type RuleSetting, type Settings } from '../engine/engine.ts';
import { allOf, choiceFor, isGiven, valueFor, type Arguments } from './arguments.ts';
import { CONTEXTS, MODULE_SETS, RULE_SETTINGS } from './options.ts';
import { Problem } from './problem.ts';

/** What the options of `check` say of the server, and of the findings that are wanted. */
export function settingsOf(args: Arguments): Settings {
  const context = choiceFor(args, 'context', CONTEXTS);
  const version = valueFor(args, 'httpd-version');
  const staticModules = valueFor(args, 'static-modules');
  return {
    modules: choiceFor(args, 'modules', MODULE_SETS) ?? NO_SETTINGS.modules,
    ownModules: allOf(args, 'module'),
    ownDirectives: allOf(args, 'directive'),
    rules: Object.fromEntries(allOf(args, 'rule').map(ruleSetting)),
    ...(context && { context }),
    ...(version !== undefined && version !== ANY_VERSION && { httpdVersion: version }),
    ...(staticModules !== undefined && { staticModules: buildOrModules(staticModules) }),
    ...(isGiven(args, 'define') && { defines: allOf(args, 'define') }),
  };
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
