import type { Span } from '../base/span.ts';
import type { Kind, Part, Problem } from './kind.ts';

/** `A60`, `M60` or `access plus 1 month`, one word (httpd-config 8.10). */
export const expiry: Kind = {
  id: 'expiry',
  parse: ({ value: { text } }) => {
    if (/^[AM]/.test(text)) return [{ span: { start: 0, end: text.length }, role: 'number' }];
    const [base, ...rest] = wordsOf(text);
    if (!base) return [];
    const isBase = /^[nam]/i.test(base.text);
    const part: Part = { span: base.span, role: 'keyword', ...(!isBase && { problem: noBase(base.text) }) };
    return isBase ? [part, ...periods(rest)] : [part];
  },
  suggest: () => BASES.map((text) => ({ text, role: 'keyword' })),
};

const BASES = ['access plus 1 month', 'access plus 1 year', 'modification plus 1 day', 'now'];

/** Seconds, or periods as in `2 weeks` (modules/metadata/mod_usertrack.c, `set_cookie_exp`). */
export const cookieExpiry: Kind = {
  id: 'cookie-expiry',
  parse({ value: { text } }) {
    return /^\d(?:.*\d)?$/s.test(text) ? [seconds(text)] : periods(wordsOf(text));
  },
  suggest: () => [],
};

/** A digit at either end is enough to be taken for a number of seconds. */
function seconds(text: string): Part {
  const part: Part = { span: { start: 0, end: text.length }, role: 'number' };
  if (/^\d+$/.test(text)) return part;
  const number = String(parseInt(text, 10));
  const message = `httpd reads \`${text}\` as ${number} seconds.`;
  const why = 'It takes what begins and ends with a digit for a number, and reads the digits in front.';
  return { ...part, problem: { code: 'value-ignored', message, why } };
}

interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** Words with blanks between. One with quotes inside is not read here: nobody writes that. */
function wordsOf(text: string): readonly Piece[] {
  if (/["'\\]/.test(text)) return [];
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    span: { start: index, end: index + word.length },
  }));
}

/** `[plus] NUMBER TYPE …`, up to the first word that httpd refuses. Words are known by their first letters. */
function periods(words: readonly Piece[]): readonly Part[] {
  const plus = words[0] && /^p/i.test(words[0].text) ? words[0] : undefined;
  const parts: Part[] = plus ? [{ span: plus.span, role: 'operator' }] : [];
  for (let at = plus ? 1 : 0; at < words.length; at += 2) {
    const read = periodParts(words[at] as Piece, words[at + 1]);
    parts.push(...read);
    if (read.some((part) => part.problem)) break;
  }
  return parts;
}

function periodParts(number: Piece, type: Piece | undefined): readonly Part[] {
  if (!/^\d/.test(number.text)) return [{ span: number.span, role: 'number', problem: noNumber(number.text) }];
  if (!type) return [{ span: number.span, role: 'number', problem: noType(number.text) }];
  const isType = /^(?:y|mo|w|d|h|mi|s)/i.test(type.text);
  return [
    { span: number.span, role: 'number' },
    { span: type.span, role: 'keyword', ...(!isType && { problem: wrongType(type.text) }) },
  ];
}

const TYPES = '`years`, `months`, `weeks`, `days`, `hours`, `minutes` or `seconds`';
const REFUSED = 'httpd refuses the line.';

function noBase(word: string): Problem {
  return {
    code: 'interval',
    message: `\`${word}\` does not say from when to count: it must be \`access\`, \`now\` or \`modification\`.`,
    why: REFUSED,
  };
}

function noNumber(word: string): Problem {
  return { code: 'interval', message: `Here a number must stand, not \`${word}\`.`, why: REFUSED };
}

function noType(word: string): Problem {
  return { code: 'interval', message: `Behind \`${word}\` there is no unit: ${TYPES}.`, why: REFUSED };
}

function wrongType(word: string): Problem {
  return {
    code: 'interval',
    message: `\`${word}\` is no unit that httpd knows: it takes ${TYPES}.`,
    why: 'It tells months from minutes by two letters, the others by one. It refuses the line.',
    ...(/^m/i.test(word) && {
      repairs: [
        { title: 'Change to minutes', text: 'minutes' },
        { title: 'Change to months', text: 'months' },
      ],
    }),
  };
}
