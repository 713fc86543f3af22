import type { Fix } from './rule.ts';

/** How names are written that the settings take. */
const NAME = /^<?\w+>?$/;

/** Says that a directive is one of the user's own modules; a section is written as `<Name>`. */
export function ownDirectiveFix(name: string): Fix[] {
  return declare('directives', name, `\`${name}\` is a directive of our own module`);
}

/** Says that a module is one of the user's own. */
export function ownModuleFix(identifier: string): Fix[] {
  return declare('modules', identifier, `\`${identifier}\` is a module of our own`);
}

function declare(name: NonNullable<Fix['setting']>['name'], add: string, title: string): Fix[] {
  return NAME.test(add) ? [{ title, safe: false, preferred: false, edits: [], setting: { name, add } }] : [];
}
