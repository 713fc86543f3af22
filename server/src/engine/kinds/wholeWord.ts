import type { Ask } from '../base/ask.ts';
import type { Kind, PartRole, Problem } from './kind.ts';

/** Says what is wrong with a word that is not empty. */
type ProblemOf = (text: string, ask: Ask) => Problem | undefined;

/** A kind whose words are one part each, such as numbers; an empty word has none. */
export function wholeWord(id: string, role: PartRole, problemOf: ProblemOf): Kind {
  return {
    id,
    parse({ value: { text } }, ask) {
      if (text === '') return [];
      const problem = problemOf(text, ask);
      return [{ span: { start: 0, end: text.length }, role, ...(problem && { problem }) }];
    },
    suggest: () => [],
  };
}
