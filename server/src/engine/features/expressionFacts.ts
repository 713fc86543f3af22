import type { Ask } from '../base/ask.ts';
import { moduleByIdentifier } from '../catalogue/catalogue.ts';
import { expressionWords } from '../catalogue/data/index.ts';
import type { ExpressionWord } from '../catalogue/expressionWords.ts';
import type { PartRole } from '../kinds/kind.ts';
import { loadedSentence } from './loaded.ts';
import { code, manualLink, paragraphs } from './markdown.ts';

const { variables, functions, listFunctions, tests, matches, comparisons, logic } = expressionWords;

const WORDS: Partial<Readonly<Record<PartRole, readonly ExpressionWord[]>>> = {
  'server-variable': variables,
  function: [...functions, ...listFunctions],
  operator: [...tests, ...matches, ...comparisons, ...logic],
};

/** Other ways to write an operator. */
const SAME: Readonly<Record<string, string>> = {
  '=': '==',
  eq: '-eq',
  ne: '-ne',
  lt: '-lt',
  le: '-le',
  gt: '-gt',
  ge: '-ge',
};

/** What a name in an expression means, in markdown; undefined where there is nothing to say. */
export function expressionFacts(role: PartRole, key: string, ask: Ask): string | undefined {
  const word = WORDS[role]?.find(({ name }) => name === (SAME[key] ?? key));
  if (!word) return undefined;
  const module = word.module === undefined ? undefined : moduleByIdentifier(word.module);
  return paragraphs([
    `${code(role === 'server-variable' ? `%{${key}}` : key)}: ${word.about}`,
    module &&
      `It comes from **${module.name}** (${code(module.identifier)}). ${loadedSentence(ask, [module.identifier])}`,
    manualLink('expr.html', 'Expressions'),
  ]);
}
