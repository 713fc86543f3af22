import { rewriteWords } from '../catalogue/data/index.ts';
import type { RewriteFlag, RewriteWord } from '../catalogue/rewriteWords.ts';
import type { Part, PartRole } from '../kinds/kind.ts';
import { FLAG_SORTS } from '../kinds/rewrite/flagSort.ts';
import { VARIABLE_WORDS } from '../kinds/rewrite/suggestExpanded.ts';
import { STATUSES } from '../kinds/statuses.ts';
import { code, manualLink, paragraphs } from './markdown.ts';

const { lookUps, tests, comparisons, redirects, mapTypes, mapFunctions, databases } = rewriteWords;

const OPERATORS: readonly RewriteWord[] = [
  ...tests,
  ...comparisons,
  { name: '!', about: 'It is for what does not fit the pattern. Then there are no groups to refer to.' },
  { name: '-', about: 'Leaves the address as it is: the rule is there for its flags.' },
];

const STATUS_WORDS: readonly RewriteWord[] = [...STATUSES].map(([status, name]) => ({
  name: String(status),
  about: `${name}.${status >= 300 && status < 400 ? '' : ' It is no redirect: the substitution is not used.'}`,
}));

interface Source {
  readonly words: readonly RewriteWord[];
  readonly page: string;
  readonly title: string;
}

const CONDITIONS = { page: 'mod/mod_rewrite.html#rewritecond', title: 'RewriteCond' };
const MAPS = { page: 'mod/mod_rewrite.html#rewritemap', title: 'RewriteMap' };
const FLAGS = { page: 'rewrite/flags.html', title: 'RewriteRule Flags' };

const SOURCES: Partial<Readonly<Record<PartRole, Source>>> = {
  'server-variable': { words: VARIABLE_WORDS, ...CONDITIONS },
  function: { words: lookUps, ...CONDITIONS },
  operator: { words: OPERATORS, ...CONDITIONS },
};

/** Where the meaning of a keyword stands, by the kind of its argument. */
const KEYWORDS: Readonly<Record<string, Source>> = {
  'rewrite-flags:rule': { words: [...redirects, ...STATUS_WORDS], ...FLAGS },
  'rewrite-map-source': { words: [...mapTypes, ...mapFunctions, ...databases], ...MAPS },
};

/** What a part of an argument of mod_rewrite means, in markdown; undefined where there is nothing to say. */
export function rewriteFacts({ role, key }: Part, kind: string): string | undefined {
  if (!kind.startsWith('rewrite-')) return undefined;
  if (role === 'flag') return flagFacts(key, kind);
  const source = role === 'keyword' ? KEYWORDS[kind] : SOURCES[role];
  const word = source?.words.find(({ name }) => name === key);
  if (!source || !word) return undefined;
  const shown = role === 'server-variable' ? `%{${word.name}}` : word.name;
  return paragraphs([`${code(shown)}: ${word.about}`, manualLink(source.page, source.title)]);
}

function flagFacts(key: string | undefined, kind: string): string | undefined {
  const flag = FLAG_SORTS[kind.replace('rewrite-flags:', '')]?.flags.find(({ name }) => name === key);
  if (!flag) return undefined;
  const { page, title } = kind.endsWith(':rule') ? FLAGS : CONDITIONS;
  return paragraphs([`${titleOf(flag)}: ${flag.about}`, sinceOf(flag), manualLink(page, title)]);
}

function titleOf({ name, long }: RewriteFlag): string {
  return long === undefined ? code(name) : `${code(name)} (${code(long)})`;
}

function sinceOf({ since, patched }: RewriteFlag): string | undefined {
  if (since === undefined) return undefined;
  return `Since httpd ${since}${patched ? '; distributions have put it into some older releases' : ''}.`;
}
