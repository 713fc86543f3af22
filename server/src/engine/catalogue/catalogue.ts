import {
  moduleFiles,
  oldNames,
  providerRows,
  renamedModules,
  seenModules,
  thirdPartyFiles,
  vocabularies,
} from './data/index.ts';
import type { Entry } from './entry.ts';
import { entryOfOld, entryOfStored, keyOf, moduleOf } from './load.ts';
import type { Module } from './module.ts';
import type { Provider, RenamedModule, StoredModuleFile, StoredOld } from './stored.ts';
import type { Vocabulary } from './vocabulary.ts';

const modules = new Map<string, Module>();
const bySourceFile = new Map<string, Module>();
const renamed = new Map<string, RenamedModule>(renamedModules.map((module) => [module.identifier, module]));
const oldByKey = new Map<string, StoredOld>(oldNames.map((old) => [keyOf(old.name), old]));
const knownModuleNames = new Set<string>([
  ...seenModules.sourceFiles,
  ...seenModules.identifiers,
  ...seenModules.others,
  ...renamedModules.flatMap((module) => [module.identifier, module.sourceFile]),
]);

/** How to make the entry of each key. A configuration uses few of them, so each is made when it is first asked for. */
const makers = new Map<string, () => Entry>();
const entries = new Map<string, Entry>();

for (const [key, old] of oldByKey) makers.set(key, () => entryOfOld(old));
for (const file of moduleFiles) addModule(file, false);
for (const file of thirdPartyFiles) addModule(file, true);

function addModule(file: StoredModuleFile, thirdParty: boolean): void {
  const module = moduleOf(file, thirdParty);
  modules.set(module.identifier, module);
  bySourceFile.set(module.sourceFile, module);
  knownModuleNames.add(module.identifier).add(module.sourceFile);
  for (const stored of file.directives) {
    const key = keyOf(stored.name);
    makers.set(key, () => entryOfStored(stored, module, oldByKey.get(key)));
  }
}

/** The entry of a key: the name in lower case, with `<` in front for a section. */
export function entryOf(key: string): Entry | undefined {
  const known = entries.get(key);
  if (known) return known;
  const made = makers.get(key)?.();
  if (made) entries.set(key, made);
  return made;
}

/** All entries: stock, third-party and old ones. */
export function allEntries(): Entry[] {
  return [...makers.keys()].map(entryOf).filter((entry) => entry !== undefined);
}

const usual = new Map<boolean, readonly string[]>();

/** The usual spelling of every directive, or of every section without brackets; made when it is first asked for. */
export function usualNames(section: boolean): readonly string[] {
  const known = usual.get(section);
  if (known) return known;
  const names = allEntries()
    .filter((entry) => entry.section === section)
    .map((entry) => entry.spellings[0] ?? entry.name);
  usual.set(section, names);
  return names;
}

export function moduleByIdentifier(identifier: string): Module | undefined {
  return modules.get(identifier);
}

export function moduleBySourceFile(file: string): Module | undefined {
  return bySourceFile.get(file);
}

export function allModules(): IterableIterator<Module> {
  return modules.values();
}

/** The modules that register a directive. */
export function modulesOf(entry: Entry): Module[] {
  return entry.modules.map((identifier) => modules.get(identifier)).filter((module) => module !== undefined);
}

/** The module of httpd 1.3 to 2.4 with this identifier, where no build of today has it under that name. */
export function renamedModule(identifier: string): RenamedModule | undefined {
  return renamed.get(identifier);
}

/** True for an identifier or source file of any module that was ever met: such a name is not called misspelt. */
export function isKnownModuleName(name: string): boolean {
  return knownModuleNames.has(name);
}

/** The words behind a slot kind `keyword:ID`, and those that other kinds use. */
export function vocabulary(id: string): Vocabulary | undefined {
  return vocabularies[id];
}

/** The providers of a group: `authz` for `Require`, `authn` for `AuthBasicProvider`, and so on. */
export function providersOf(group: string): Provider[] {
  return providerRows.filter((provider) => provider.group === group);
}
