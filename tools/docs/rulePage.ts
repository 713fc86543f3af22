import { readPage, type Page } from '../../server/src/cli/pages/page.ts';
import { readExamples, type Example } from './example.ts';

/** `docs/rules/CODE.md`: what a person reads about a code, and the examples that are its test. */
export interface RulePage extends Page {
  readonly examples: readonly Example[];
}

export function readRulePage(text: string): RulePage {
  return { ...readPage(text), examples: readExamples(text) };
}
