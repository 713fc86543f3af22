import type { Ask } from '../base/ask.ts';
import type { Kind, Problem, Repair } from './kind.ts';
import { wholeWord } from './wholeWord.ts';
import { patchLevel } from './world.ts';

/** How times with a unit are read. Lengths are in milliseconds. */
interface Form {
  /** Every time that this form takes: a sign and digits, then a unit of which only the first letters are looked at. */
  readonly word: RegExp;
  readonly units: string;
  readonly least?: number;
  readonly most?: number;
  /** Before this release of 2.4 httpd took what is below `least`. */
  readonly leastSince?: number;
}

const HOUR = 3_600_000;
const UNITS = '`ms`, `s`, `mi` for minutes or `h`';
const MD_UNITS = '`ms`, `s`, `mi` for minutes, `h` or `d`';
const PLAIN = /^\s*([+-]?\d*)(ms|mi|s|h|$)/;
/** mod_md takes any letter case, and needs a digit (modules/md/md_time.c, `md_duration_parse`). */
const MD = /^\s*([+-]?\d+)(ms|mi|s|h|d|$)/i;
/**
 * A part of the whole: less than 100 of it, or so much that httpd keeps only the low digits; without a number it is none
 * (`percentage_parse`).
 */
const WINDOW = /^(?:%|\s*(?:([+-]?\d+)(ms|mi|s|h|d|$)|(?:\+?(?:0*\d{1,2}|\d{10,})|-0+)%))/i;
const KEPT = /^(?:%|\s*(?:([+-]?\d+)(ms|mi|s|h|d|$)|(?:\+?\d+|-0+)%))/i;

const FORMS: Readonly<Record<string, Form>> = {
  /** httpd-config 8.15. */
  plain: { word: PLAIN, units: UNITS, least: 0, leastSince: 49 },
  /** modules/ldap/util_ldap.c, `util_ldap_set_retry_delay`. */
  'not-negative': { word: PLAIN, units: UNITS, least: 0 },
  /** A time that begins with `-` stands for no end (modules/ldap/util_ldap.c, `util_ldap_set_conn_ttl`). */
  'or-minus': { word: /^-|^\s*\+?(\d*)(ms|mi|s|h|$)/, units: UNITS },
  /** One slice of the watchdog at least (modules/core/mod_watchdog.c). */
  watchdog: { word: PLAIN, units: UNITS, least: 100 },
  /** modules/cache/mod_socache_memcache.c and its kin. */
  'up-to-hour': { word: PLAIN, units: UNITS, least: 0, most: HOUR },
  md: { word: MD, units: MD_UNITS },
  'md-second': { word: MD, units: MD_UNITS, least: 1000 },
  'md-not-negative': { word: MD, units: MD_UNITS, least: 0 },
  'md-positive': { word: MD, units: MD_UNITS, least: 1 },
  'md-window': { word: WINDOW, units: `${MD_UNITS}, or a part of the whole below \`100%\`` },
  'md-kept': { word: KEPT, units: `${MD_UNITS}, or a part of the whole in \`%\`` },
};

/** A time of which httpd reads the unit too; without one it counts in seconds, or days. */
export function interval(name: string): Kind {
  const form = FORMS[name];
  if (!form) throw new Error(`no form of times ${name}`);
  return wholeWord(`interval:${name}`, 'number', (text, ask) => problemOf(text, form, ask));
}

const LENGTHS: Readonly<Record<string, number>> = { ms: 1, s: 1000, mi: 60_000, h: HOUR, d: 24 * HOUR };

function problemOf(text: string, form: Form, ask: Ask): Problem | undefined {
  const read = form.word.exec(text);
  if (!read) return unreadable(text, form);
  const [, digits, unit = ''] = read;
  const length = Number(digits ?? 0) * (LENGTHS[unit.toLowerCase() || 's'] ?? 1);
  const { least = -Infinity, most = Infinity } = form;
  return least <= length && length <= most ? undefined : outOfRange(text, length > most, form, ask);
}

function unreadable(text: string, { word, units }: Form): Problem {
  const repairs = meant(text, word);
  return {
    code: 'interval',
    message: `\`${text}\` is no time that httpd can read.`,
    why: `It takes a whole number, and right behind it ${units}, and refuses the line.`,
    ...(repairs.length > 0 && { repairs }),
  };
}

function outOfRange(text: string, isTooLong: boolean, { least, leastSince = 0 }: Form, ask: Ask): Problem {
  const bound = isTooLong ? 'an hour at most' : LEAST[String(least)];
  const message = `\`${text}\` is out of range: it must be ${bound ?? ''}.`;
  if (isTooLong || (patchLevel(ask) ?? 0) >= leastSince)
    return { code: 'interval', message, why: 'httpd refuses the line.' };
  const why = `httpd refuses the line since 2.4.${String(leastSince)}.`;
  return { code: 'interval', severity: 'warning', message, why };
}

/** The lower bounds that there are. */
const LEAST: Readonly<Record<string, string>> = {
  0: '0 or more',
  1: 'above 0',
  100: 'at least `100ms`',
  1000: 'at least `1s`',
};

/** Spellings of units that people know from elsewhere. */
const SPELT: readonly (readonly [RegExp, (amount: number) => string])[] = [
  [/^ms|^milli/i, (amount) => `${String(amount)}ms`],
  [/^s/i, (amount) => `${String(amount)}s`],
  [/^m/i, (amount) => `${String(amount)}mi`],
  [/^h/i, (amount) => `${String(amount)}h`],
  [/^d/i, (amount) => `${String(amount * 24)}h`],
  [/^w/i, (amount) => `${String(amount * 24 * 7)}h`],
];

function meant(text: string, word: RegExp): Repair[] {
  const [, amount, unit = ''] = /^\s*(\d+)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const spell = SPELT.find(([known]) => known.test(unit))?.[1];
  const written = amount === undefined ? undefined : spell?.(Number(amount));
  if (written === undefined || !word.test(written)) return [];
  return [{ title: `Change to ${written}`, text: written, preferred: true }];
}
