import { keyword } from './keyword.ts';
import type { Kind, Part } from './kind.ts';

const option = keyword('IndexOptions');

/** A word of IndexOptions; the two widths of columns have a least number (modules/generators/mod_autoindex.c, `add_opts`). */
export const indexOption: Kind = {
  id: 'index-option',
  parse(word, ask) {
    const narrow = tooNarrow(word.value.text);
    return narrow ? [narrow] : option.parse(word, ask);
  },
  suggest: (...where) => option.suggest(...where),
};

const LEAST: Readonly<Record<string, number>> = { namewidth: 5, descriptionwidth: 12 };

/** 0, and what is no number, stands for the width that is usual. */
function tooNarrow(text: string): Part | undefined {
  const [, name = '', number] = /^\+?(NameWidth|DescriptionWidth)=([+-]?\d+)/i.exec(text) ?? [];
  const least = LEAST[name.toLowerCase()] ?? 0;
  if (number === undefined || Number(number) === 0 || Number(number) >= least) return undefined;
  return {
    span: { start: 0, end: text.length },
    role: 'keyword',
    problem: {
      code: 'number-range',
      message: `\`${name}\` must be at least ${String(least)}, or \`*\` for the longest name.`,
      why: 'httpd refuses the line.',
    },
  };
}
