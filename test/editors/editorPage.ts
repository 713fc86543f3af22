import { readFileSync } from 'node:fs';

const page = readFileSync('docs/editors.md', 'utf8').replaceAll('\r\n', '\n');

/** The blocks of a language on the page about editors, in their order. */
export function blocksOf(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
}
