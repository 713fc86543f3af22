import type { Span } from '../../base/span.ts';
import { rewriteWords } from '../../catalogue/data/index.ts';
import type { FlagValue, RewriteFlag, RewriteWord } from '../../catalogue/rewriteWords.ts';
import type { Candidate } from '../kind.ts';
import { STATUSES } from '../statuses.ts';
import { suggestExpanded } from './suggestExpanded.ts';
import { flagNamed, writtenFlags, type WrittenFlag } from './writtenFlags.ts';

/** Flags that are not there yet, or values of the flag that the cursor is in. */
export function suggestFlags(flags: readonly RewriteFlag[], text: string, offset: number): readonly Candidate[] {
  if (text === '') return flags.map((flag) => candidate(flag, `[${written(flag)}]`));
  if (!text.startsWith('[') || offset < 1) return [];
  const all = writtenFlags(text.endsWith(']') ? text : `${text}]`);
  const here = all.find(({ span }) => offset <= span.end) ?? all.at(-1);
  if (!here) return [];
  const named = flagNamed(flags, text.slice(here.name.start, here.name.end));
  if (here.value && offset >= here.value.start) return named ? valuesOf(named, text, here.value, offset) : [];
  const span = offset < here.span.start ? { start: offset, end: offset } : here.name;
  return left(flags, text, all, here).map((flag) => ({ ...candidate(flag, written(flag)), span }));
}

function left(
  flags: readonly RewriteFlag[],
  text: string,
  all: readonly WrittenFlag[],
  here: WrittenFlag,
): readonly RewriteFlag[] {
  const others = all.filter((one) => one !== here).map(({ name }) => text.slice(name.start, name.end));
  const there = new Set(others.map((name) => flagNamed(flags, name)));
  return flags.filter((flag) => !there.has(flag) || REPEATED.includes(flag.value));
}

/** These may be given several times. */
const REPEATED: readonly FlagValue[] = ['cookie', 'environment'];

function candidate({ about }: RewriteFlag, text: string): Candidate {
  return { text, role: 'flag', detail: about };
}

/** A flag that is nothing without a value has its `=`. */
function written({ name, without }: RewriteFlag): string {
  return without === undefined ? name : `${name}=`;
}

function valuesOf({ value }: RewriteFlag, text: string, span: Span, offset: number): readonly Candidate[] {
  const inside = suggestExpanded(text, offset);
  if (inside.length > 0) return value === 'status' || value === 'number' ? [] : inside;
  return (VALUES[value] ?? []).map((word) => ({ text: word.name, role: 'keyword', detail: word.about, span }));
}

const STATUS_WORDS: readonly (RewriteWord & { readonly isRedirect: boolean })[] = [...STATUSES].map(
  ([code, about]) => ({ name: String(code), about, isRedirect: code >= 300 && code < 400 }),
);

const VALUES: Partial<Readonly<Record<FlagValue, readonly RewriteWord[]>>> = {
  status: [
    ...STATUS_WORDS.filter(({ isRedirect }) => isRedirect),
    ...rewriteWords.redirects,
    ...STATUS_WORDS.filter(({ isRedirect }) => !isRedirect),
  ],
  type: rewriteWords.mediaTypes,
  handler: rewriteWords.handlers,
  environment: [{ name: 'NAME:VALUE', about: 'A variable and what it holds.' }],
  cookie: [{ name: 'NAME:VALUE:DOMAIN', about: 'And perhaps lifetime in minutes, path, secure, httponly, samesite.' }],
};
