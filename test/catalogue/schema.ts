/** Says what is wrong with a value, `undefined` where nothing is. */
export type Check = (value: unknown) => string | undefined;

export const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'is no text');
export const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'is neither true nor false');
/** A flag that is only written where it is set. */
export const set: Check = (value) => (value === true ? undefined : 'is written but not true');
export const count: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 ? undefined : 'is no count');

export function oneOf(...words: readonly string[]): Check {
  return (value) => (typeof value === 'string' && words.includes(value) ? undefined : `is none of ${words.join(', ')}`);
}

export function matching(pattern: RegExp): Check {
  return (value) => (typeof value === 'string' && pattern.test(value) ? undefined : `does not look like ${pattern}`);
}

export function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'is no list';
    return firstOf(value.map((item, i) => within(`[${i}]`, check(item))));
  };
}

export function mapOf(key: Check, check: Check): Check {
  return (value) => {
    if (!isRecord(value)) return 'is no object';
    return firstOf(Object.entries(value).map(([name, item]) => within(name, key(name) ?? check(item))));
  };
}

/** An object with these fields and no other; `required` must be there. */
export function record(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value) => {
    if (!isRecord(value)) return 'is no object';
    const missing = Object.keys(required).find((name) => !(name in value));
    if (missing !== undefined) return `has no ${missing}`;
    const fields: Record<string, Check> = { ...required, ...optional };
    return firstOf(
      Object.entries(value).map(([name, item]) => within(name, fields[name]?.(item) ?? known(fields, name))),
    );
  };
}

function known(fields: Record<string, Check>, name: string): string | undefined {
  return name in fields ? undefined : 'is no field';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(name: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `${name} ${problem}`;
}

function firstOf(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
