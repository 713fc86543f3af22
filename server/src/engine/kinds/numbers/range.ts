/** Numbers that httpd takes: one or several stretches, both ends included. None where it takes any. */
export type Range = readonly (readonly [from: number, to: number])[];

/** Reads `1..9`, `0..`, `0|512..`: stretches with `|` between; an end that is left out is open. Nothing: any number. */
export function parseRange(text: string): Range {
  return text === '' ? [] : text.split('|').map(parseStretch);
}

function parseStretch(text: string): readonly [number, number] {
  const [, from = '', dots, to = ''] = /^(-?\d*)(\.\.)?(-?\d*)$/.exec(text) ?? [];
  if (from === '') throw new Error(`no range ${text}`);
  const least = Number(from);
  if (dots === undefined) return [least, least];
  return [least, to === '' ? Infinity : Number(to)];
}

export function inRange(range: Range, value: number): boolean {
  return range.length === 0 || range.some(([from, to]) => from <= value && value <= to);
}

/** `from 1 to 9`, `0 or at least 512`. */
export function describeRange(range: Range): string {
  const all = range.map(describeStretch);
  const last = all.pop() ?? 'any number';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

function describeStretch([from, to]: readonly [number, number]): string {
  if (from === to) return String(from);
  return to === Infinity ? `at least ${String(from)}` : `from ${String(from)} to ${String(to)}`;
}
