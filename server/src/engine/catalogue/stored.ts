import type { Family, MaskName } from './bits.ts';
import type { ArgumentType, HeaderForm, LineForm, OldState, OldUse, Slot, Splitter } from './entry.ts';
import type { Module, ModuleNeeds } from './module.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A slot as it stands in the data. */
export interface StoredSlot extends Partial<Slot> {
  readonly label: string;
  /** Where there is none it is `text`. */
  readonly kind?: string;
  /** Why the argument is nothing but text: there is no kind that could say more of it. */
  readonly reason?: string;
}

/** A form of a line as it stands in the data. */
export interface StoredForm extends Omit<LineForm, 'slots'> {
  readonly slots: readonly StoredSlot[];
}

/** A place rule as it stands in the data: names for bits. */
export interface StoredRule {
  readonly forbiddenUnder?: readonly Family[];
  readonly onlyUnder?: readonly Family[];
  readonly exceptUnder?: readonly Family[];
}

/**
 * A directive as it stands in the data: what can be worked out is left out. `spellings`: only where there are several.
 * `modules`: only where others than the file's register it too. `minArgs`, `maxArgs`: only where `args` leaves them
 * open. `read`: run while the file is read. `byArgs`: by number of arguments, `"1"` or `"2+"`.
 */
export interface StoredDirective extends StoredRule {
  readonly name: string;
  readonly spellings?: readonly string[];
  readonly modules?: readonly string[];
  readonly read?: boolean;
  readonly readUntil?: string;
  readonly args: ArgumentType;
  readonly minArgs?: number;
  readonly maxArgs?: number;
  readonly splitter?: Splitter;
  readonly header?: HeaderForm;
  readonly tilde?: boolean;
  readonly textBody?: boolean;
  readonly slots?: readonly StoredSlot[];
  readonly forms?: readonly StoredForm[];
  readonly mask: readonly MaskName[];
  readonly byArgs?: { readonly [count: string]: StoredRule };
  readonly alwaysRefused?: boolean;
  readonly default?: string;
  readonly since?: string;
  readonly syntax?: readonly string[];
  readonly page?: string;
  readonly platform?: readonly string[];
}

/** A module as it stands in the data: empty lists of needs are left out. */
export interface StoredModule extends Omit<Module, 'thirdParty' | 'needs'> {
  readonly needs?: Partial<ModuleNeeds>;
}

/** `data/modules/*.json` and `data/third-party/*.json`. */
export interface StoredModuleFile {
  readonly module: StoredModule;
  readonly directives: readonly StoredDirective[];
}

/** A row of `data/old.json`; `args` only where no module of today has the directive. */
export interface StoredOld extends OldUse {
  readonly name: string;
  readonly state: OldState;
  readonly args?: ArgumentType;
}

/** One row of `data/contexts.json`: a start or a section, and what it does to the offer (httpd-config 5.1). */
export interface StoredContext {
  readonly tags?: readonly string[];
  readonly offers?: readonly MaskName[];
  readonly family?: Family;
  readonly alsoFamily?: Family;
  readonly setsPath?: boolean;
  readonly unlessPath?: boolean;
}

/** `data/contexts.json`. */
export interface StoredContexts {
  readonly start: { readonly server: StoredContext; readonly htaccess: StoredContext };
  readonly containers: readonly StoredContext[];
}

/** `data/vocabularies.json`. */
export type StoredVocabularies = { readonly [id: string]: Vocabulary };

/** `data/seen-modules.json`. */
export interface SeenModules {
  readonly sourceFiles: readonly string[];
  readonly identifiers: readonly string[];
  readonly others: readonly string[];
}

/** A module of httpd 1.3 to 2.4 that today's builds do not have under this identifier. */
export interface RenamedModule {
  readonly identifier: string;
  readonly sourceFile: string;
  /** The first branch or release without it. */
  readonly goneIn: string;
  /** Identifiers that do its work today. */
  readonly replacement: readonly string[];
  /** The source file kept its name: `<IfModule FILE>` still works, `<IfModule IDENTIFIER>` does not. */
  readonly sameFile?: boolean;
}

/** A name that a module registers in one of httpd's groups of providers, such as `authz` for `Require`. */
export interface Provider {
  readonly group: string;
  readonly name: string;
  readonly module: string;
}
