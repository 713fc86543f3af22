import { moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import type { Ask } from '../base/ask.ts';
import type { Directive } from '../evaluation/directive.ts';
import { fileName, meantModule, modulesInFile } from '../kinds/moduleNames.ts';
import type { Word } from '../kinds/word.ts';
import { ownModuleKey } from '../kinds/world.ts';

/** The two words of a LoadModule line and what is known of them. */
export interface LoadModuleWords {
  readonly identifier: Word;
  readonly file: Word;
  /** Of the identifier, as it is written. */
  readonly module: Module | undefined;
  /** Modules that some build has in a file of this name. */
  readonly inFile: readonly Module[];
  /** Of the identifier, mistyped or not. */
  readonly meant: Module | undefined;
}

/** Of a fault in the words of a line that is not read at all where another line has loaded the module. */
export const UNLESS_LOADED = {
  severity: 'warning',
  why: 'If the module is loaded already, httpd skips this line; if not, it refuses it.',
} as const;

export function loadModuleWords({ words }: Directive, ask: Ask): LoadModuleWords | undefined {
  const [identifier, file] = words;
  if (!identifier || !file || words.length !== 2 || identifier.hole || file.hole) return undefined;
  if (ask(ownModuleKey(identifier.value.text))) return undefined;
  return {
    identifier,
    file,
    module: moduleByIdentifier(identifier.value.text),
    inFile: modulesInFile(fileName(file.value.text)),
    meant: meantModule(identifier.value.text),
  };
}
