import { keyword } from './keyword.ts';
import type { Kind } from './kind.ts';
import { moved } from './moved.ts';
import { splitWords } from './words.ts';

/** A word of a vocabulary; one in quotes may hold several, which httpd cuts once more. */
export function keywords(id: string): Kind {
  const words = keyword(id);
  return {
    id: `keywords:${id}`,
    parse({ value }, ask) {
      return splitWords(value, 0, value.text.length).flatMap((word) =>
        words.parse(word, ask).map((part) => moved(part, word.span.start + (word.quote ? 1 : 0))),
      );
    },
    suggest: (parts, offset, ask, text) => words.suggest(parts, offset, ask, text),
  };
}
