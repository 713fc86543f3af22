import type { Truth } from '../base/truth.ts';

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

/** Whether `version operator wanted` holds, as `<IfVersion>` compares (httpd-config 2.2): parts that are missing are 0. */
export function compareVersion(version: string | undefined, operator: string, wanted: string): Truth {
  const holds = HOLDS[operator];
  const right = parseVersion(wanted);
  if (!holds || !right) return 'maybe';
  if (operator === '' || operator === '=' || operator === '==') return equal(version, right);
  const known = version === undefined ? undefined : parseVersion(version);
  const low = holds(compare(known ?? OLDEST, right));
  const high = holds(compare(known ?? NEWEST, right));
  if (low !== high) return 'maybe';
  return low ? 'yes' : 'no';
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
