import { nearNames } from '../base/spelling.ts';
import { entryOf, usualNames } from '../catalogue/catalogue.ts';
import { CODES } from '../rules/codes.ts';
import { entryFacts } from './entryFacts.ts';

/**
 * What is known of the directive and of the section of a name, whatever the configuration: Markdown for each of them. In
 * brackets, `<Directory>`, it is the name of a section alone. Letter case does not count.
 */
export function explainName(name: string): string[] {
  const [, section] = /^<\/?([^>]*)>?$/.exec(name) ?? [];
  const keys = section === undefined ? [name, `<${name}`] : [`<${section}`];
  return keys.flatMap((key) => {
    const entry = entryOf(key.toLowerCase());
    return entry ? [entryFacts(entry)] : [];
  });
}

/** The codes, directives and sections that a word may have been meant for, nearest first. */
export function explainedNamesLike(word: string): readonly string[] {
  const names = [...Object.keys(CODES), ...usualNames(false), ...usualNames(true)];
  return nearNames(word.replace(/^<\/?|>$/g, ''), new Set(names));
}
