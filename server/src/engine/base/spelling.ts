/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each counted once.
 * Above `limit` the answer is `limit + 1`.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = distanceRow(a, b, i, last, before);
    before = last;
    last = row;
    if (!row.some((d) => d <= limit)) return limit + 1;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

function distanceRow(a: string, b: string, i: number, last: readonly number[], before: readonly number[]): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
    if (j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
    row.push(best);
  }
  return row;
}

/**
 * The letters of a text as bits, some of them under one bit. A letter that only one of two texts has takes an edit: few
 * of the names that a word is compared with are left by that.
 */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

/** How many bits are set; above `limit` they are not counted on. */
function countBits(bits: number, limit: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0 && count <= limit; rest &= rest - 1) count++;
  return count;
}

/** How far a word may be from `name` and still be taken for it: one slip, or two in a name of eight letters or more. */
function tolerance(name: string): number {
  return name.length >= 8 ? 2 : 1;
}

/** True where `word` is a slip of the pen away from `name`; equal words are no near miss. Case counts. */
export function isNear(word: string, name: string): boolean {
  const limit = tolerance(name);
  const d = distance(word, name, limit);
  return d > 0 && d <= limit;
}

/** The names that `word` may have been meant for, nearest first; letter case is not looked at. */
export function nearNames(word: string, names: Iterable<string>): string[] {
  const wanted = word.toLowerCase();
  const letters = lettersOf(wanted);
  const found: { name: string; d: number }[] = [];
  for (const name of names) {
    const limit = tolerance(name);
    if (Math.abs(wanted.length - name.length) > limit) continue;
    const lower = name.toLowerCase();
    const other = lettersOf(lower);
    if (countBits(letters & ~other, limit) > limit || countBits(other & ~letters, limit) > limit) continue;
    const d = distance(wanted, lower, limit);
    if (d <= limit) found.push({ name, d });
  }
  found.sort(
    (a, b) => a.d - b.d || firstLetter(wanted, b.name) - firstLetter(wanted, a.name) || compare(a.name, b.name),
  );
  return found.map((f) => f.name);
}

function firstLetter(word: string, name: string): number {
  return word[0] === name[0]?.toLowerCase() ? 1 : 0;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
