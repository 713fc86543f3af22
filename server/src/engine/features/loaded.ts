import type { Ask } from '../base/ask.ts';
import { moduleByIdentifier } from '../catalogue/catalogue.ts';
import { BUILDS } from '../evaluation/start.ts';
import { anyLoaded, isLoose, KEYS } from '../kinds/world.ts';

/** A sentence on whether one of these modules is loaded; where it is not known, it says what would have to be. */
export function loadedSentence(ask: Ask, modules: readonly string[]): string {
  if (modules.some(isAlwaysBuiltIn)) return 'Built into every httpd.';
  if (ask(KEYS.modules) === 'all') return 'Taken as loaded, because all modules are.';
  const truth = anyLoaded(ask, modules);
  if (truth === 'yes') return 'Loaded here.';
  if (truth === 'no') return 'Not loaded here.';
  if (isLoose(ask)) return 'Whether it is loaded depends on the main configuration, which is not known here.';
  return 'Whether it is loaded is not known: that depends on how httpd was built, or on files and conditions that are not known here.';
}

export function isAlwaysBuiltIn(identifier: string): boolean {
  return moduleByIdentifier(identifier)?.builtIn?.length === BUILDS.length;
}
