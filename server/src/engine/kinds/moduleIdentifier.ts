import type { Ask } from '../base/ask.ts';
import { allModules } from '../catalogue/catalogue.ts';
import type { BuildProfile, Module } from '../catalogue/module.ts';
import type { Candidate, Kind } from './kind.ts';
import { meantModule } from './moduleNames.ts';
import { moduleKey } from './world.ts';

/** The first word of LoadModule. What is wrong with it is seen only together with the file beside it. */
export const moduleIdentifier: Kind = {
  id: 'module-identifier',
  parse({ value }) {
    const key = meantModule(value.text)?.identifier;
    return [{ span: { start: 0, end: value.text.length }, role: 'module', ...(key !== undefined && { key }) }];
  },
  suggest: (_parts, _offset, ask) => loadable(ask),
};

/** Modules that are not loaded yet and not built in, each with its file. */
function loadable(ask: Ask): Candidate[] {
  return [...allModules()]
    .filter((module) => ask(moduleKey(module.identifier)) !== 'yes')
    .flatMap((module) => {
      const file = usualFile(module);
      return file === undefined ? [] : [candidate(module, file)];
    });
}

function candidate(module: Module, file: string): Candidate {
  return { text: module.identifier, role: 'module', detail: module.name, next: file };
}

const PREFERENCE: readonly BuildProfile[] = ['upstream', 'debian', 'redhat', 'homebrew', 'windows'];

/** The name that most builds give to the file of a module. */
export function usualFile(module: Module): string | undefined {
  return PREFERENCE.map((build) => module.files[build]).find((file) => file !== undefined && file !== 'unknown');
}
