import type { Reported } from '../../server/src/engine/engine.ts';

/** The codes that are found and are not among others, each as often as it is too much. A dimmed block is no fault. */
export function surplus(found: readonly Reported[], others: readonly Reported[]): string[] {
  const left = codes(found);
  for (const other of codes(others)) if (left.includes(other)) left.splice(left.indexOf(other), 1);
  return left;
}

function codes(found: readonly Reported[]): string[] {
  return found.filter(({ tag }) => tag !== 'unnecessary').map(({ code }) => code);
}
