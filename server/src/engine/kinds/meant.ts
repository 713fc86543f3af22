import type { Repair } from './kind.ts';

/** So many names are told: where there are more, none is near. */
const MOST = 3;

/** For the end of a message: which names may have been meant. */
export function wasMeant(names: readonly string[]): string {
  const told = names.slice(0, MOST).map((name) => `\`${name}\``);
  return told.length === 0 ? '' : ` Was ${told.join(' or ')} meant?`;
}

/** Each of these names in the place of what is wrong; the only one is preferred. */
export function changesTo(names: readonly string[]): readonly Repair[] {
  return names
    .slice(0, MOST)
    .map((name) => ({ title: `Change to ${name}`, text: name, preferred: names.length === 1 }));
}
