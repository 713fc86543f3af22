import type { Ask } from '../../base/ask.ts';
import { nearNames } from '../../base/spelling.ts';
import { moduleByIdentifier } from '../../catalogue/catalogue.ts';
import { expressionWords } from '../../catalogue/data/index.ts';
import type { ExpressionWord } from '../../catalogue/expressionWords.ts';
import type { Part, Problem, Repair } from '../kind.ts';
import { anyLoaded, isClosedWorld } from '../world.ts';
import { changesTo, wasMeant } from '../meant.ts';

/** What is looked up by name. */
export type NameSort = 'variable' | 'function' | 'list-function' | 'test' | 'match';

const { variables, variableFamilies, functions, listFunctions, tests, matches } = expressionWords;

const LISTS: Readonly<Record<NameSort, readonly ExpressionWord[]>> = {
  variable: variables,
  function: functions,
  'list-function': listFunctions,
  test: tests,
  match: matches,
};

const SORTS: Readonly<Record<NameSort, (name: string) => string>> = {
  variable: (name) => `no variable ${name}`,
  function: (name) => `no function ${name}`,
  'list-function': (name) => `no function ${name} that makes a list`,
  test: (name) => `no operator ${name} in front of a value`,
  match: (name) => `no operator ${name} between two values`,
};

/** The words of a sort by name; letter case counts for operators in front of a value alone (httpd-config 1.4). */
const byName = new Map<NameSort, ReadonlyMap<string, ExpressionWord>>(
  (Object.keys(LISTS) as NameSort[]).map((sort) => [
    sort,
    new Map(LISTS[sort].map((word) => [keyOf(sort, word.name), word])),
  ]),
);

function keyOf(sort: NameSort, name: string): string {
  return sort === 'test' ? name : name.toLowerCase();
}

export function wordNamed(sort: NameSort, name: string): ExpressionWord | undefined {
  return byName.get(sort)?.get(keyOf(sort, name));
}

/** The words of a sort that are there, as far as it is known. */
export function wordsThere(sort: NameSort, ask: Ask): readonly ExpressionWord[] {
  return LISTS[sort].filter(({ module }) => module === undefined || anyLoaded(ask, [module]) !== 'no');
}

/** What a part says that names something: its usual spelling, and what is wrong with it. */
export function lookUp(sort: NameSort, name: string, ask: Ask): Pick<Part, 'key' | 'problem'> {
  const word = wordNamed(sort, name);
  const family = variableFamilies.find(
    ({ prefix }) => sort === 'variable' && name.toLowerCase().startsWith(prefix.toLowerCase()),
  );
  const module = word?.module ?? family?.module;
  const key = word && { key: word.name };
  if (module !== undefined && anyLoaded(ask, [module]) === 'no')
    return { ...key, problem: withoutModule(name, module) };
  if (word || family) return { ...key };
  return { problem: unknown(sort, name, ask) };
}

function withoutModule(name: string, identifier: string): Problem {
  const module = moduleByIdentifier(identifier);
  return {
    code: 'expression',
    message: `\`${name}\` comes from ${module?.name ?? identifier}, which is not loaded.`,
    why: 'httpd does not know the name, and refuses the line.',
  };
}

function unknown(sort: NameSort, name: string, ask: Ask): Problem {
  const near = nearTo(sort, name, ask);
  const sure = isClosedWorld(ask) || near.length === 1;
  return {
    code: 'expression',
    ...(!sure && { severity: 'warning' as const }),
    message: `httpd has ${SORTS[sort](`\`${name}\``)}.${wasMeant(near)}`,
    why: sure
      ? 'It refuses an expression with a name that it does not know.'
      : 'It refuses an expression with a name that neither it nor a module knows.',
    repairs: changesTo(near),
  };
}

/** Headers of the request that have no variable; `%{req:…}` has them all. */
const HEADER = /^HTTP_([A-Z0-9]+(?:_[A-Z0-9]+)*)$/i;

function nearTo(sort: NameSort, name: string, ask: Ask): string[] {
  const names = wordsThere(sort, ask).map((word) => word.name);
  if (sort === 'test') return names.filter((one) => one.toLowerCase() === name.toLowerCase());
  const near = nearNames(name, names).slice(0, 3);
  const header = sort === 'variable' && near.length === 0 ? HEADER.exec(name)?.[1] : undefined;
  return header === undefined ? near : [`req:${headerName(header)}`];
}

/** `X_FORWARDED_FOR` as `X-Forwarded-For`. */
export function headerName(name: string): string {
  const words = name.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase());
  return words.join('-');
}

/** `%{User-Agent}`, as log formats name a header. */
export function headerRepair(name: string): Repair[] {
  const isHeader = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+$/.test(name);
  return isHeader ? [{ title: `Change to req:${name}`, text: `req:${name}`, preferred: true }] : [];
}
