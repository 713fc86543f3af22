import type { Ask } from '../base/ask.ts';
import { listingEntries } from '../base/listing.ts';
import { sourceSpan } from '../base/mapped.ts';
import { parentUri } from '../base/paths.ts';
import { isNear, nearNames } from '../base/spelling.ts';
import type { Directive } from '../evaluation/directive.ts';
import type { Load } from '../evaluation/load.ts';
import { uriOfPath } from '../evaluation/serverPaths.ts';
import { fileName } from '../kinds/moduleNames.ts';
import type { Word } from '../kinds/word.ts';
import { ABSENT, builtInKey, folderKey, KEYS, UNREADABLE } from '../kinds/world.ts';
import { replaceInLine } from './edits.ts';
import { loadModuleWords, UNLESS_LOADED } from './loadModuleWords.ts';
import type { Found, Rule } from './rule.ts';

/**
 * The file of a module, mistyped or, where paths are looked at, not there. Without looking, the file names of unknown
 * modules are not known, nor are those with other version numbers.
 */
export const moduleFile: Rule = {
  code: 'module-file',
  keys: ['loadmodule'],
  directive(directive, ask) {
    const file = directive.words[1];
    const fault = faultOf(directive, ask);
    if (!file || !fault) return [];
    const end = file.value.text.length;
    const span = sourceSpan(file.value, { start: end - fileName(file.value.text).length, end });
    return [{ span, ...fault }];
  },
  fixes(context) {
    const names = context.directive ? meantFiles(context.directive, context.ask) : [];
    return names.map((name) => ({
      title: `Change to ${name}`,
      safe: false,
      preferred: names.length === 1,
      edits: [replaceInLine(context, context.span, name)],
    }));
  },
};

function faultOf(directive: Directive, ask: Ask): Omit<Found, 'span'> | undefined {
  const { words, step } = directive;
  const [identifier, file] = words;
  if (!step.load || !identifier || !file || !isWanted(identifier, step.load, ask)) return undefined;
  const right = rightFile(directive, ask);
  if (right !== undefined) {
    const message = `The file of \`${identifier.value.text}\` is named \`${right}\`.`;
    if (step.load.again === 'maybe') return { message, ...UNLESS_LOADED };
    return { message, why: 'httpd does not find a file of this name.' };
  }
  return step.load.file === 'no' ? missing(file, step.load, ask) : undefined;
}

/** httpd does not look for the file of a module that is loaded already, or built in (httpd-config 7.1). */
function isWanted({ value }: Word, { again, file }: Load, ask: Ask): boolean {
  return again !== 'yes' && file !== 'yes' && ask(builtInKey(value.text)) !== 'yes';
}

function missing({ value }: Word, { again, path = '' }: Load, ask: Ask): Omit<Found, 'span'> {
  const message = `There is no file \`${value.text}\`.`;
  if (again === 'maybe' || ask(KEYS.open) !== undefined) return { message, ...UNLESS_LOADED };
  return { message, why: `httpd looks for \`${path}\`, and does not find it.` };
}

function meantFiles(directive: Directive, ask: Ask): readonly string[] {
  const right = rightFile(directive, ask);
  return right === undefined ? filesThere(directive, ask) : [right];
}

/** The name that a known module has for its file, where this one is a slip of the pen away from it. */
function rightFile(directive: Directive, ask: Ask): string | undefined {
  const { module, inFile = [], file } = loadModuleWords(directive, ask) ?? {};
  if (!module || !file || inFile.length > 0) return undefined;
  const name = fileName(file.value.text);
  return Object.values(module.files).find((known) => isNear(name, known) && letters(known) !== letters(name));
}

/** `libphp8.1.so` and `libphp8.2.so` are both right. */
function letters(name: string): string {
  return name.replace(/[\d.]/g, '');
}

/** Files of the folder that may have been meant: those that the module has elsewhere, else those with a like name. */
function filesThere(directive: Directive, ask: Ask): readonly string[] {
  const { path } = directive.step.load ?? {};
  const listing = path === undefined ? undefined : ask(folderKey(parentUri(uriOfPath(ask, path))));
  if (path === undefined || listing === undefined || listing === ABSENT || listing === UNREADABLE) return [];
  const names = listingEntries(listing).map(({ name }) => name);
  const own = Object.values(loadModuleWords(directive, ask)?.module?.files ?? {});
  const known = names.filter((name) => own.includes(name));
  return known.length > 0 ? known : nearNames(fileName(path), names).slice(0, 3);
}
