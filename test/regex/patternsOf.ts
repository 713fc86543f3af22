import { verbatim, type Mapped } from '../../server/src/engine/base/mapped.ts';
import { entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import type { Entry } from '../../server/src/engine/catalogue/entry.ts';
import { slotAt, slotsFor } from '../../server/src/engine/catalogue/slots.ts';
import { sectionHeader } from '../../server/src/engine/evaluation/header.ts';
import type { Word } from '../../server/src/engine/kinds/word.ts';
import { splitRewrite, splitWords } from '../../server/src/engine/kinds/words.ts';
import { lexLines, nameSpan, textOf, type Line } from '../../server/src/engine/syntax/line.ts';

/** The regular expressions in a text, as httpd takes them from its lines. */
export function patternsOf(text: string): readonly string[] {
  return lexLines(text).flatMap((line) => {
    const entry = entryOf(line.key);
    if (!entry) return [];
    const words = wordsOf(line, entry).map(({ value }) => value.text);
    return words.filter((word, index) => isPattern(entry, index, words)).map((word) => word.replace(/^!/, ''));
  });
}

function wordsOf(line: Line, { splitter }: Entry): readonly Word[] {
  const text: Mapped = verbatim(textOf(line).text);
  if (line.form === 'open') return sectionHeader(text).words;
  const split = splitter === 'rewrite' ? splitRewrite : splitWords;
  return split(text, nameSpan(text.text).end, text.text.length);
}

const REGEX_KINDS = ['regex', 'text-or-regex', 'name-or-regex', 'rewrite-pattern'];

function isPattern(entry: Entry, index: number, words: readonly string[]): boolean {
  if (entry.key === 'rewritecond') return index === 1 && !/^!?[-<>=]/.test(words[1] ?? '');
  return REGEX_KINDS.includes(slotAt(slotsFor(entry, words, words.length), index, words.length)?.kind ?? '');
}
