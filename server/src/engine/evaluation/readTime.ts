import { HOLE } from '../base/ask.ts';
import { isNear } from '../base/spelling.ts';
import type { Truth } from '../base/truth.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { METHODS } from '../kinds/methods.ts';
import { fileName, meantModule, modulesInFile } from '../kinds/moduleNames.ts';
import type { Word } from '../kinds/word.ts';
import { KEYS, methodKey, moduleKey, ownModuleKey, providerKey, variableKey } from '../kinds/world.ts';
import { rootTold } from './serverPaths.ts';
import { tellFlag, tellModule, tellVariable, type Telling } from './answers.ts';

/** What a directive does while it is read (httpd-config 3.1); `truth` says whether it is read at all. */
export type ReadTime = (words: readonly Word[], truth: Truth, telling: Telling) => void;

const LOAD_MODULE = 'loadmodule';

/** The directives that act while they are read, by catalogue key. */
const READ_TIME: ReadonlyMap<string, ReadTime> = new Map([
  ['define', define],
  ['undefine', undefine],
  [LOAD_MODULE, loadModule],
  ['serverroot', serverRoot],
  ['luaauthzprovider', (words, _truth, telling) => tellProvider('authz', words[0], telling)],
  ['registerhttpmethod', (words, _truth, telling) => tellMethods(words, telling)],
  ['rewritemap', (words, _truth, telling) => tellMap(words[0], telling)],
]);

/** What the directive of a key does while it is read, if anything. */
export function readTimeOf(key: string): ReadTime | undefined {
  return READ_TIME.get(key) ?? (isNear(key, LOAD_MODULE) && !entryOf(key) ? mistypedLoad : undefined);
}

/**
 * What an opening tag of a main configuration adds. `<AuthzProviderAlias provider alias …>` makes a name for `Require` (httpd-config 8.6). httpd
 * runs it later, but then too a name is never known before its line.
 */
export const TAG_TELLS: ReadonlyMap<string, ReadTime> = new Map([
  ['<authnprovideralias', (words, _truth, telling) => tellProvider('authn', words[1], telling)],
  ['<authzprovideralias', (words, _truth, telling) => tellProvider('authz', words[1], telling)],
  ['<limit', (words, _truth, telling) => tellMethods(words, telling)],
  ['<limitexcept', (words, _truth, telling) => tellMethods(words, telling)],
]);

/** httpd takes a method that it does not know for a new one. */
function tellMethods(words: readonly Word[], { tell }: Telling): void {
  if (words.some(({ hole }) => hole)) tell(KEYS.open, 'yes');
  for (const { value } of words) if (!METHODS.includes(value.text)) tell(methodKey(value.text), 'yes');
}

function tellProvider(group: 'authn' | 'authz', word: Word | undefined, telling: Telling): void {
  if (!word || word.hole) telling.tell(KEYS.open, 'yes');
  else telling.tell(providerKey(group, word.value.text), 'yes');
}

/** Nobody chooses from a longer list. */
const MOST_MAPS = 200;

/** httpd runs it later; nothing but suggestions depends on it. */
function tellMap(word: Word | undefined, { ask, tell }: Telling): void {
  if (!word || word.hole || /\s/.test(word.value.text)) return;
  const names = (ask(KEYS.rewriteMaps) ?? '').split(' ').filter((name) => name !== '');
  if (names.length < MOST_MAPS && !names.includes(word.value.text))
    tell(KEYS.rewriteMaps, [...names, word.value.text].join(' '));
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

/**
 * Takes the module that is meant for one that is loaded, so that one slip does not spoil the lines below: the one of a
 * mistyped identifier, and the one in the file where httpd does not find the identifier.
 */
function loadModule([identifier, file]: readonly Word[], truth: Truth, telling: Telling): void {
  if (!identifier) return;
  const name = identifier.hole ? undefined : identifier.value.text;
  const meant = name === undefined ? undefined : meantModule(name);
  const inFile = !file || file.hole ? [] : modulesInFile(fileName(file.value.text));
  const isSkipped = meant && telling.ask(moduleKey(meant.identifier)) === 'yes';
  for (const module of isSkipped ? [] : inFile) tellModule(telling, module.identifier, truth);
  if (meant) tellModule(telling, meant.identifier, truth);
  else loadUnknown(name, truth, telling);
}

function loadUnknown(name: string | undefined, truth: Truth, telling: Telling): void {
  if (name === undefined) telling.tell(KEYS.open, 'yes');
  else tellModule(telling, name, truth);
  // The directives of one's own module are declared, so it hides nothing.
  const own = name !== undefined && telling.ask(ownModuleKey(name)) !== undefined;
  if (!own) telling.tell(KEYS.unknownModule, 'yes');
}

/** A mistyped `LoadModule` before the name of a module: httpd stops at it, and the lines below it are not at fault. */
function mistypedLoad(words: readonly Word[], truth: Truth, telling: Telling): void {
  const [identifier] = words;
  if (identifier && !identifier.hole && meantModule(identifier.value.text)) loadModule(words, truth, telling);
}

/** Names that are read from here on are below it (httpd-config 3.2). */
function serverRoot(words: readonly Word[], truth: Truth, { ask, tell }: Telling): void {
  const [path] = words;
  if (!path || words.length > 1) return;
  if (path.hole || truth !== 'yes') {
    tell(KEYS.open, 'yes');
    tell(KEYS.serverRoot, HOLE);
    return;
  }
  for (const [key, answer] of rootTold(ask, path.value.text)) tell(key, answer);
}

/** Ends a run: what is included is read next. */
export const INCLUDES: ReadonlySet<string> = new Set(['include', 'includeoptional']);
