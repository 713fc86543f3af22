import { nearNames } from '../base/spelling.ts';
import { allModules, moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';

/** The module that an identifier, right or mistyped, surely means. */
export function meantModule(identifier: string): Module | undefined {
  const right = moduleByIdentifier(identifier);
  if (right) return right;
  const [only, ...more] = nearIdentifiers(identifier);
  return only !== undefined && more.length === 0 ? moduleByIdentifier(only) : undefined;
}

/** Identifiers that a mistyped one may have been meant for; where only letter case differs, that one alone. */
function nearIdentifiers(identifier: string): string[] {
  const names = [...allModules()].map((module) => module.identifier);
  const lower = identifier.toLowerCase();
  const same = names.filter((name) => name === lower || name === `${lower}_module`);
  return same.length > 0 ? same : nearNames(identifier, names);
}

/** The last component of the path of a shared object. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const byFile = new Map<string, readonly Module[]>();

for (const module of allModules())
  for (const name of new Set(Object.values(module.files))) byFile.set(name, [...modulesInFile(name), module]);

/** The modules that some build has in a file of this name. */
export function modulesInFile(name: string): readonly Module[] {
  return byFile.get(name) ?? [];
}
