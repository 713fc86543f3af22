import { nearNames } from '../../base/spelling.ts';
import type { Span } from '../../base/span.ts';
import { rewriteWords } from '../../catalogue/data/index.ts';
import { headerName } from '../expression/names.ts';
import type { Part, Problem } from '../kind.ts';
import { changesTo, wasMeant } from '../meant.ts';

const { variables, ownVariables, lookUps } = rewriteWords;

const NAMES: readonly string[] = [...variables, ...ownVariables.map(({ name }) => name)];
const known = new Set(NAMES);

/** The usual spelling of a variable of mod_rewrite; letter case does not count. */
export function variableNamed(name: string): string | undefined {
  const key = name.toUpperCase();
  return known.has(key) ? key : undefined;
}

/** The parts of what stands between `%{` and `}` (httpd-config 8.2). */
export function variableParts(text: string, { start, end }: Span): Part[] {
  const parts: Part[] = [];
  let at = start;
  for (let prefix = lookUpAt(text, at, end); prefix !== undefined; prefix = lookUpAt(text, at, end)) {
    parts.push({ span: { start: at, end: at + prefix.length }, role: 'function', key: prefix });
    at += prefix.length;
    if (!AHEAD.includes(prefix)) return [...parts, { span: { start: at, end }, role: 'string' }];
  }
  return [...parts, { span: { start: at, end }, role: 'server-variable', ...named(text.slice(at, end)) }];
}

/** Behind these stands a variable again. */
const AHEAD: readonly string[] = ['LA-U:', 'LA-F:'];

/** A name must follow: what has none is no look-up but an unknown name. */
function lookUpAt(text: string, at: number, end: number): string | undefined {
  return lookUps.find(({ name }) => at + name.length < end && text.slice(at, at + name.length).toUpperCase() === name)
    ?.name;
}

function named(name: string): Pick<Part, 'key' | 'problem'> {
  const key = variableNamed(name);
  return key === undefined ? { problem: unknown(name) } : { key };
}

function unknown(name: string): Problem {
  const meant = meantBy(name);
  return {
    code: 'server-variable',
    message: `mod_rewrite has no variable \`${name}\`.${wasMeant(meant)}`,
    why: 'httpd takes the empty text for it.',
    repairs: changesTo(meant),
  };
}

/** Headers that have no variable of their own, names of mod_ssl, and what httpd puts into the environment. */
const ELSEWHERE: readonly (readonly [pattern: RegExp, meant: (name: string) => string])[] = [
  [/^HTTP_[A-Z0-9]+(?:_[A-Z0-9]+)*$/i, (name) => `HTTP:${headerName(name.slice(5))}`],
  [/^SSL_[A-Z0-9_]+$/i, (name) => `SSL:${name.toUpperCase()}`],
  [/^REDIRECT_[A-Z0-9_]+$/i, (name) => `ENV:${name}`],
  [/^[A-Z][a-z]+(?:-[A-Za-z0-9]+)+$/, (name) => `HTTP:${name}`],
];

function meantBy(name: string): string[] {
  const near = nearNames(name.trim(), NAMES).slice(0, 3);
  if (near.length > 0) return near;
  return ELSEWHERE.filter(([pattern]) => pattern.test(name))
    .map(([, meant]) => meant(name))
    .slice(0, 1);
}
