import { sep } from 'node:path';
import { contributes } from '../../../package.json';
import { globMatcher } from './glob.ts';

const { languages } = contributes;
const filenames = new Set(lower(languages.flatMap((language) => language.filenames)));
const extensions = lower(languages.flatMap((language) => language.extensions));
const patterns = lower(languages.flatMap((language) => language.filenamePatterns)).map((pattern) => ({
  ofWholePath: pattern.includes('/'),
  matches: globMatcher(pattern),
}));

/**
 * Whether the extension would claim a file by its name. As VS Code does it: letter case does not count, and a pattern
 * with a `/` is for the whole path.
 */
export function isClaimed(path: string): boolean {
  const whole = path.replaceAll(sep, '/').toLowerCase();
  const name = whole.slice(whole.lastIndexOf('/') + 1);
  if (filenames.has(name) || extensions.some((extension) => name.endsWith(extension))) return true;
  return patterns.some(({ ofWholePath, matches }) => matches(ofWholePath ? whole : name));
}

function lower(texts: readonly string[]): string[] {
  return texts.map((text) => text.toLowerCase());
}
