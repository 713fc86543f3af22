import type { Ask } from '../../base/ask.ts';
import { vocabulary } from '../../catalogue/catalogue.ts';
import { keyword } from '../keyword.ts';
import type { Candidate, Kind, Part } from '../kind.ts';
import { problem } from './reading.ts';
import { readExpression } from './read.ts';
import { suggestBehind, suggestIn } from './suggest.ts';

/** A word that is a condition, such as the argument of `<If>` (httpd-config 8.4). */
export const expression: Kind = {
  id: 'expression',
  parse: ({ value, quote = '' }, ask) => readExpression({ text: value.text, at: 0, outer: quote }, 'condition', ask),
  suggest: (_, offset, ask, text) => suggestIn(text, offset, 'condition', ask),
};

/**
 * A text in which `%{…}` and `$1` stand for something, or one of the words of a vocabulary, where there is one, which
 * httpd does not take for such a text.
 */
export function expressionString(id: string): Kind {
  const words = id === '' ? [] : (vocabulary(id)?.words ?? []);
  return {
    id: id === '' ? 'expression-string' : `expression-string:${id}`,
    parse({ value: { text }, quote = '' }, ask) {
      const key = words.find((word) => word.toLowerCase() === text.toLowerCase());
      if (key !== undefined) return [{ span: { start: 0, end: text.length }, role: 'keyword', key }];
      return readExpression({ text, at: 0, outer: quote }, 'string', ask);
    },
    suggest: (_, offset, ask, text) => [
      ...(/^\w*$/.test(text) ? words.map((word): Candidate => ({ text: word, role: 'keyword' })) : []),
      ...suggestIn(text, offset, 'string', ask),
    ],
  };
}

const MARK = /^expr=/i;

/** A word of a vocabulary, or `expr=` and a condition. */
export function expressionWord(id: string): Kind {
  const words = keyword(id);
  return {
    id: `expression-word:${id}`,
    parse(word, ask) {
      const { text } = word.value;
      if (text === '') return [EMPTY];
      return MARK.test(text) ? markedCondition(text, word.quote ?? '', ask) : words.parse(word, ask);
    },
    suggest: (parts, offset, ask, text) =>
      MARK.test(text) && offset >= 5 ? suggestBehind(text, 5, offset, ask) : words.suggest(parts, offset, ask, text),
  };
}

/** httpd looks at this word although it is empty. */
const EMPTY: Part = {
  span: { start: 0, end: 0 },
  role: 'keyword',
  problem: {
    code: 'keyword-value',
    message: 'A condition should stand between these quotes.',
    why: 'httpd takes the empty text for a word that it does not know, and refuses the line.',
    repairs: [{ title: 'Remove it', text: '', preferred: true }],
  },
};

function markedCondition(text: string, outer: string, ask: Ask): readonly Part[] {
  const mark: Part = { span: { start: 0, end: 5 }, role: 'keyword', key: 'expr=' };
  if (text.length === 5) return [{ ...mark, problem: problem('Behind `expr=` stands a condition.') }];
  return [mark, ...readExpression({ text: text.slice(5), at: 5, outer }, 'condition', ask)];
}
