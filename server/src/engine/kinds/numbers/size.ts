import type { Kind, Problem } from '../kind.ts';
import { wholeWord } from '../wholeWord.ts';

/** How a size with a unit is read. */
interface Form {
  readonly word: RegExp;
  readonly least: number;
  readonly units: string;
}

const FORMS: Readonly<Record<string, Form>> = {
  /** modules/filters/mod_substitute.c, `set_max_line_length`. */
  line: { word: /^\s*[+-]?\d*[bkmg]?$/i, least: 0, units: '`b`, `k`, `m` or `g`' },
  /** modules/aaa/mod_auth_digest.c, `set_shmem_size`: what follows the unit is not looked at; some bytes are needed. */
  memory: { word: /^\s*[+-]?\d*\s*(?:[bkm].*)?$/i, least: 1, units: '`b`, `k` or `m`' },
};

/** A number of bytes, or of kilobytes and more with a unit behind it. */
export function size(name: string): Kind {
  const form = FORMS[name];
  if (!form) throw new Error(`no form of sizes ${name}`);
  return wholeWord(`size:${name}`, 'number', (text) => problemOf(text, form));
}

function problemOf(text: string, { word, least, units }: Form): Problem | undefined {
  const isSize = word.test(text);
  const number = Number(/[+-]?\d+/.exec(text)?.[0] ?? 0);
  if (isSize && number >= least) return undefined;
  return {
    code: 'number-range',
    message: isSize ? `\`${text}\` is too small.` : `\`${text}\` is no size.`,
    why: `httpd takes a whole number of bytes that is not below ${String(least)}, or one with ${units} behind it, and refuses the line.`,
  };
}
