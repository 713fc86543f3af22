import { MASK_BITS, OVERRIDE_BITS } from './bits.ts';
import { allEntries, entryOf } from './catalogue.ts';
import type { Entry } from './entry.ts';

/** What AllowOverride and AllowOverrideList let the `.htaccess` of a folder say (httpd-config 5.5). */
export interface Grant {
  /** The classes, as bits of `bits.ts`. */
  readonly mask: number;
  /** What `Options` may name: bits of this file. */
  readonly options: number;
  /** Catalogue keys of the directives that AllowOverrideList names. */
  readonly names: readonly string[];
  /** A refused directive is passed over. */
  readonly forgivesRefused: boolean;
  /** A name that httpd does not know is passed over. */
  readonly forgivesUnknown: boolean;
  /** A sentence for people: where this is said. */
  readonly said: string;
}

/** What one section, or several together, say of it; what is absent is not said. */
export interface Override {
  /** What the last AllowOverride says. */
  readonly classes?: Pick<Grant, 'mask' | 'forgivesRefused' | 'forgivesUnknown'>;
  /** What `Options=` says; a later AllowOverride of the same section leaves it as it is. */
  readonly options: number;
  /** What the last AllowOverrideList names. */
  readonly names?: readonly string[];
}

/** Bits of options. `None` needs none of them, and `All` not every one. */
const OPTION_BITS: Readonly<Record<string, number>> = {
  indexes: 1,
  includesnoexec: 2,
  includes: 2 | 4,
  followsymlinks: 8,
  symlinksifownermatch: 16,
  execcgi: 32,
  multiviews: 64,
  runscripts: 64 | 32,
  all: 1 | 2 | 4 | 8 | 32,
  none: 0,
};

const EVERY_OPTION = Object.values(OPTION_BITS).reduce((all, bits) => all | bits, 0);

const EVERY_CLASS = Object.values(OVERRIDE_BITS).reduce((all, bit) => all | bit, 0);

const CLASS_BITS = new Map(Object.entries(OVERRIDE_BITS).map(([name, bit]) => [name.toLowerCase(), bit]));

/** Nothing is said yet. */
export const NOTHING_SAID: Override = { options: EVERY_OPTION };

/** What is taken for granted where it is not known what is. */
export const ALL_GRANTED: Override = {
  classes: { mask: EVERY_CLASS, forgivesRefused: false, forgivesUnknown: false },
  options: EVERY_OPTION,
};

/**
 * The words of AllowOverride as a person writes them outside of a configuration: with commas or blanks between them.
 * Behind `Options=` the commas are those of its list. Undefined where httpd would refuse one of them.
 */
export function overrideWords(text: string): readonly string[] | undefined {
  const words = text.split(/\s+/).flatMap((part) => {
    const at = part.search(/\boptions=/i);
    const list = at < 0 ? [] : [part.slice(at)];
    return [...(at < 0 ? part : part.slice(0, at)).split(','), ...list];
  });
  const all = words.filter((word) => word !== '');
  return all.every((word) => withWord({ classes: NONE, options: EVERY_OPTION }, word)) ? all : undefined;
}

/** An AllowOverride behind what its section has said before; words that httpd refuses add nothing. */
export function withClasses({ options, names }: Override, words: readonly string[]): Override {
  let now: Said = { classes: NONE, options };
  for (const word of words) now = withWord(now, word) ?? now;
  return { ...now, ...(names && { names }) };
}

/**
 * An AllowOverrideList; it takes only what may stand in some section (httpd-config 5.5). Where its words are not known, it
 * may name everything.
 */
export function withNames(before: Override, words: readonly string[] | undefined): Override {
  if (!words)
    return {
      ...before,
      names: allEntries()
        .filter(mayBeListed)
        .map(({ key }) => key),
    };
  const entries = words.flatMap((word) => entryOf(word.toLowerCase()) ?? []);
  return { ...before, names: entries.filter(mayBeListed).map(({ key }) => key) };
}

function mayBeListed({ mask }: Entry): boolean {
  return (mask & (EVERY_CLASS | MASK_BITS.ACCESS_CONF)) !== 0;
}

/** A section that is merged into what the sections before it say. */
export function merged(outer: Override, inner: Override): Override {
  const { classes, options } = inner.classes ? inner : outer;
  const names = inner.names ?? outer.names;
  return { options, ...(classes && { classes }), ...(names && { names }) };
}

/** Whether httpd looks for the file at all. Where no AllowOverride is said it does, and then refuses each directive. */
export function isRead({ classes, names = [] }: Override): boolean {
  if (!classes || names.length > 0) return true;
  return classes.mask !== 0 || classes.forgivesRefused || classes.forgivesUnknown;
}

/** What the file is granted; `said` is a sentence for people. */
export function grantOf({ classes = NONE, options, names = [] }: Override, said: string): Grant {
  return { ...classes, options, names, said };
}

/** Whether a grant lets `Options` name an option; a sign before it makes no difference. */
export function isOptionGranted({ options }: Grant, word: string): boolean {
  const bits = OPTION_BITS[word.replace(/^[+-]/, '').toLowerCase()] ?? 0;
  return (bits & ~options) === 0;
}

type Said = Required<Pick<Override, 'classes' | 'options'>>;

const NONE: Said['classes'] = { mask: 0, forgivesRefused: false, forgivesUnknown: false };

/** Undefined for a word that httpd refuses. What stands behind the `=` of most words does not count. */
function withWord({ classes, options }: Said, word: string): Said | undefined {
  const [name = '', value] = splitWord(word.toLowerCase());
  if (name === 'none') return { classes: NONE, options };
  if (name === 'all') return { classes: { ...NONE, mask: EVERY_CLASS }, options };
  if (name === 'nonfatal') return value === undefined ? undefined : { classes: forgiving(classes, value), options };
  const bit = CLASS_BITS.get(name);
  if (bit === undefined) return undefined;
  const limit = name === 'options' ? optionsIn(value === undefined || value === '' ? 'all' : value) : options;
  return limit === undefined ? undefined : { classes: { ...classes, mask: classes.mask | bit }, options: limit };
}

function splitWord(word: string): [name: string, value?: string] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function forgiving(classes: Said['classes'], value: string): Said['classes'] {
  return {
    ...classes,
    forgivesRefused: classes.forgivesRefused || value === 'override' || value === 'all',
    forgivesUnknown: classes.forgivesUnknown || value === 'unknown' || value === 'all',
  };
}

function optionsIn(list: string): number | undefined {
  const names = list.split(',').filter((name) => name !== '');
  const bits = names.map((name) => OPTION_BITS[name]);
  return bits.reduce((all, one) => (all === undefined || one === undefined ? undefined : all | one), 0);
}
