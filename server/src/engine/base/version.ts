import type { Truth } from './truth.ts';

type Version = readonly [major: number, minor: number, patch: number];

/** Where no version is set, httpd is 2.4 of any patch level. */
const OLDEST: Version = [2, 4, 0];
const NEWEST: Version = [2, 4, Infinity];

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  '': (order) => order === 0,
  '=': (order) => order === 0,
  '==': (order) => order === 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};

/** Patch levels that a condition is tried with where no version is set. */
const PATCHES = Array.from({ length: 100 }, (_, patch) => `2.4.${String(patch)}`);

/** An operator that `<IfVersion>` knows, `!` in front or not. */
export function isVersionOperator(text: string): boolean {
  const operator = text.replace(/^!/, '');
  return operator === '~' || operator in HOLDS;
}

export function isVersion(text: string): boolean {
  return parseVersion(text) !== undefined;
}

/** Whether `version operator wanted` holds, as `<IfVersion>` compares (httpd-config 2.2): parts that are missing are 0. */
export function compareVersion(version: string | undefined, operator: string, wanted: string): Truth {
  const pattern = operator === '~' ? wanted : /^\/(.*)\/$/.exec(wanted)?.[1];
  if (pattern !== undefined) return matches(version, pattern);
  const holds = HOLDS[operator];
  const right = parseVersion(wanted);
  if (!holds || !right) return 'maybe';
  return ['', '=', '=='].includes(operator) ? equal(version, right) : inOrder(version, right, holds);
}

function inOrder(version: string | undefined, right: Version, holds: (order: number) => boolean): Truth {
  const known = version === undefined ? undefined : parseVersion(version);
  const low = holds(compare(known ?? OLDEST, right));
  const high = holds(compare(known ?? NEWEST, right));
  if (low !== high) return 'maybe';
  return low ? 'yes' : 'no';
}

/** Only patterns that mean the same in every sort of regular expression are tried. */
function matches(version: string | undefined, pattern: string): Truth {
  if (!/^\^?(\d|\\\.|\\d[+*]?|\[\d+\][+*]?)*\$?$/.test(pattern)) return 'maybe';
  const expression = new RegExp(pattern);
  const found = (version === undefined ? PATCHES : [version]).map((one) => expression.test(one));
  if (found.every((match) => match)) return 'yes';
  return found.some((match) => match) ? 'maybe' : 'no';
}

function equal(version: string | undefined, right: Version): Truth {
  const known = version === undefined ? undefined : parseVersion(version);
  if (known) return compare(known, right) === 0 ? 'yes' : 'no';
  return right[0] === OLDEST[0] && right[1] === OLDEST[1] ? 'maybe' : 'no';
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function parseVersion(text: string): Version | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : undefined;
}
