import { vocabulary } from '../catalogue/catalogue.ts';
import type { Kind, PartRole } from './kind.ts';

/**
 * Words that httpd takes as they stand, by what they name: a file, an address, a header. There is nothing to complain of;
 * what is usual is offered from a vocabulary.
 */
const NAMED: Readonly<Record<string, { readonly role: PartRole; readonly words?: string }>> = {
  address: { role: 'host' },
  charset: { role: 'name', words: 'charsets' },
  'cookie-name': { role: 'name' },
  directory: { role: 'file' },
  encoding: { role: 'name', words: 'encodings' },
  'env-name': { role: 'environment', words: 'environment-names' },
  'environment-setting': { role: 'environment', words: 'environment-names' },
  extension: { role: 'name' },
  file: { role: 'file' },
  'file-name': { role: 'file' },
  'file-or-pipe': { role: 'file' },
  filter: { role: 'name', words: 'output-filters' },
  function: { role: 'function' },
  group: { role: 'name' },
  handler: { role: 'name', words: 'handlers' },
  'header-name': { role: 'header', words: 'header-names' },
  host: { role: 'host' },
  language: { role: 'name', words: 'languages' },
  'media-type': { role: 'name', words: 'media-types' },
  name: { role: 'name' },
  number: { role: 'number' },
  url: { role: 'url' },
  'url-path': { role: 'url' },
  user: { role: 'name' },
};

/** All kinds of names. */
export const named: readonly Kind[] = Object.keys(NAMED).map(namedKind);

/** The kind of a name of this table. */
export function namedKind(id: string): Kind {
  const { role, words: list } = NAMED[id] ?? { role: 'name' };
  const words = list === undefined ? [] : (vocabulary(list)?.words ?? []);
  const known = new Set(words);
  return {
    id,
    parse({ value: { text } }) {
      if (text === '') return [];
      return [{ span: { start: 0, end: text.length }, role, ...(known.has(text) && { key: text }) }];
    },
    suggest: () => words.map((text) => ({ text, role })),
  };
}
