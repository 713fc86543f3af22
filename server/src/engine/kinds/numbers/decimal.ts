import type { Problem } from '../kind.ts';
import { wholeWord } from '../wholeWord.ts';

/** A number with a decimal point of which httpd reads what is in front (mod_cache.c, `set_cache_factor`). */
export const decimal = wholeWord('decimal', 'number', (text) => (isNumber(text) ? undefined : noNumber(text)));

/** One that is read to the end of the word, and must be above 0 (server/mpm/event/event.c, `set_worker_factor`). */
export const positiveDecimal = wholeWord('positive-decimal', 'number', positiveProblem);

/** C reads `inf`, `nan` and hexadecimal numbers too. */
function isNumber(text: string): boolean {
  return /^\s*[+-]?(?:\d|\.\d|inf|nan)/i.test(text);
}

function positiveProblem(text: string): Problem | undefined {
  if (/^\s*[+-]?(?:0x|inf|nan)/i.test(text)) return undefined;
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return noNumber(text);
  if (Number(text) > 0) return undefined;
  return { ...noNumber(text), message: `\`${text}\` is out of range: it must be above 0.` };
}

function noNumber(text: string): Problem {
  return {
    code: 'number-range',
    message: `\`${text}\` is no number.`,
    why: 'httpd takes a number here, with a decimal point if need be, and refuses the line.',
  };
}
