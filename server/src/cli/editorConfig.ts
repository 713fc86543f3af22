import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { displayPath } from './displayPath.ts';
import { globMatcher } from './glob.ts';
import { withFile } from './problem.ts';

/**
 * One level of indentation as the .editorconfig files above a file say it; undefined where they say nothing that can be
 * used. Only the three properties of indentation are read.
 */
export function editorConfigIndent(path: string): string | undefined {
  const properties = new Map<string, string>();
  for (const { folder, sections } of filesAbove(path).reverse()) {
    const name = relative(folder, path).replaceAll(sep, '/');
    const matching = sections.filter((section) => section.matches(name));
    for (const [key, value] of matching.flatMap(({ pairs }) => [...pairs])) properties.set(key, value);
  }
  return indentOf(properties);
}

/** Wider ones are no indentation that anybody wants. */
const WIDEST = 16;

function indentOf(properties: ReadonlyMap<string, string>): string | undefined {
  const style = properties.get('indent_style');
  if (style === 'tab') return '\t';
  const size = properties.get('indent_size') ?? (style === 'space' ? 'tab' : undefined);
  const width = Number(size === 'tab' ? properties.get('tab_width') : size);
  return Number.isInteger(width) && width >= 1 && width <= WIDEST ? ' '.repeat(width) : undefined;
}

interface Section {
  /** Takes a path that is relative to the folder of the .editorconfig. */
  matches(path: string): boolean;
  readonly pairs: Map<string, string>;
}

interface ConfigFile {
  readonly folder: string;
  readonly root: boolean;
  readonly sections: readonly Section[];
}

/** The nearest first, up to one that says `root = true`. */
function filesAbove(path: string): ConfigFile[] {
  const found: ConfigFile[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const file = readConfig(folder);
    if (file) found.push(file);
    if (file?.root || folder === dirname(folder)) return found;
  }
}

function readConfig(folder: string): ConfigFile | undefined {
  const path = join(folder, '.editorconfig');
  return withFile(displayPath(path), 'cannot be read', () => {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    return { folder, ...parse(readFileSync(path, 'utf8')) };
  });
}

/** Reads sections and pairs; what is neither is passed over, as the EditorConfig specification has it. */
function parse(text: string): Omit<ConfigFile, 'folder'> {
  const preamble = new Map<string, string>();
  const sections: Section[] = [];
  let pairs = preamble;
  for (const line of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((raw) => raw.trim())) {
    if (line.startsWith('#') || line.startsWith(';')) continue;
    if (line.startsWith('[') && line.endsWith(']')) {
      pairs = new Map();
      sections.push({ matches: sectionMatcher(line.slice(1, -1)), pairs });
      continue;
    }
    const [key = '', ...value] = line.split('=');
    if (value.length > 0) pairs.set(key.trim().toLowerCase(), value.join('=').trim().toLowerCase());
  }
  return { root: preamble.get('root') === 'true', sections };
}

/** A glob without a `/` is for names in any folder. */
function sectionMatcher(glob: string): (path: string) => boolean {
  return globMatcher(glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`);
}
