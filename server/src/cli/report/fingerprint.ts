import { createHash } from 'node:crypto';
import type { Shown } from './finding.ts';

/**
 * A function that gives each finding a name that it keeps when lines are added elsewhere, or its own is indented. It is
 * called once for each, in their order: equal findings on equal lines are told apart by which of them comes first.
 */
export function fingerprints(): (shown: Shown) => string {
  const seen = new Map<string, number>();
  return ({ row: { code, file }, source = '' }) => {
    const line = source.trim().replace(/\s+/g, ' ');
    const what = JSON.stringify([code, file, line]);
    const before = seen.get(what) ?? 0;
    seen.set(what, before + 1);
    return createHash('sha256')
      .update(`${what}${String(before)}`)
      .digest('hex');
  };
}
