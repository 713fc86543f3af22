import { HOLE } from '../base/ask.ts';
import type { Truth } from '../base/truth.ts';
import { meantModule } from '../kinds/moduleNames.ts';
import type { Word } from '../kinds/word.ts';
import { KEYS, macroKey, ownModuleKey, providerKey, variableKey } from '../kinds/world.ts';
import { mappedRoot } from './serverPaths.ts';
import { tellFlag, tellModule, tellVariable, type Telling } from './answers.ts';

/** What a directive does while it is read (httpd-config 3.1); `truth` says whether it is read at all. */
export type ReadTime = (words: readonly Word[], truth: Truth, telling: Telling) => void;

/** The directives that act while they are read, by catalogue key. */
export const READ_TIME: ReadonlyMap<string, ReadTime> = new Map([
  ['define', define],
  ['undefine', undefine],
  ['loadmodule', loadModule],
  ['serverroot', serverRoot],
  ['use', useMacro],
  ['luaauthzprovider', (words, _truth, telling) => tellProvider('authz', words[0], telling)],
]);

/**
 * What an opening tag adds. `<AuthzProviderAlias provider alias …>` makes a name for `Require` (httpd-config 8.6). httpd
 * runs it later, but then too a name is never known before its line.
 */
export const TAG_TELLS: ReadonlyMap<string, ReadTime> = new Map([
  ['<authnprovideralias', (words, _truth, telling) => tellProvider('authn', words[1], telling)],
  ['<authzprovideralias', (words, _truth, telling) => tellProvider('authz', words[1], telling)],
]);

function tellProvider(group: 'authn' | 'authz', word: Word | undefined, telling: Telling): void {
  if (!word || word.hole) telling.tell(KEYS.open, 'yes');
  else telling.tell(providerKey(group, word.value.text), 'yes');
}

/** httpd-config 3.3: a name sets a flag, and a text where a second word is there and not empty. */
function define(words: readonly Word[], truth: Truth, telling: Telling): void {
  const [name, value] = words;
  if (!name || words.length > 2) return;
  if (name.hole) {
    telling.tell(KEYS.open, 'yes');
    return;
  }
  tellFlag(telling, name.value.text, true, truth);
  if (value && value.value.text !== '')
    tellVariable(telling, name.value.text, value.hole ? HOLE : value.value.text, truth);
}

/** httpd-config 3.3: removes the flag in this case, and the text in any. */
function undefine(words: readonly Word[], truth: Truth, telling: Telling): void {
  const [name] = words;
  if (!name || words.length > 1 || name.hole) return;
  tellFlag(telling, name.value.text, false, truth);
  if (telling.ask(variableKey(name.value.text)) !== undefined) tellVariable(telling, name.value.text, undefined, truth);
}

/** A mistyped identifier is taken for the module that is meant, so that one slip does not spoil the lines below. */
function loadModule(words: readonly Word[], truth: Truth, telling: Telling): void {
  const [identifier] = words;
  if (!identifier) return;
  const meant = identifier.hole ? undefined : meantModule(identifier.value.text);
  if (meant) {
    tellModule(telling, meant.identifier, truth);
    return;
  }
  if (!identifier.hole) tellModule(telling, identifier.value.text, truth);
  // The directives of one's own module are declared, so it hides nothing.
  const own = !identifier.hole && telling.ask(ownModuleKey(identifier.value.text)) !== undefined;
  if (!own) telling.tell(KEYS.unknownModule, 'yes');
}

/** What a macro holds is not worked out: anything may come of it, and sections too unless they are known to be even. */
function useMacro([name]: readonly Word[], _truth: Truth, telling: Telling): void {
  telling.tell(KEYS.open, 'yes');
  const even = name && !name.hole && telling.ask(macroKey(name.value.text)) === 'even';
  if (!even) telling.tell(KEYS.strayTags, 'yes');
}

/** Names that are read from here on are below it (httpd-config 3.2). */
function serverRoot(words: readonly Word[], truth: Truth, { ask, tell }: Telling): void {
  const [path] = words;
  if (!path || words.length > 1) return;
  if (path.hole || truth !== 'yes') {
    tell(KEYS.open, 'yes');
    return;
  }
  const { serverRoot: root, mappings } = mappedRoot(ask, path.value.text);
  tell(KEYS.serverRoot, root);
  tell(KEYS.mappings, mappings);
}

/** Ends a run: what is included is read next. */
export const INCLUDES: ReadonlySet<string> = new Set(['include', 'includeoptional']);
