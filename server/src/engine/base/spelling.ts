/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each counted once.
 * Above `limit` the answer is `limit + 1`. `i` and `j` say where in the texts to begin. What both begin with costs
 * nothing; at the first difference each of the four is tried, and the rest compared with one less to go. So the work
 * grows with the texts, not with their product as a table would: names in a file may have any length.
 */
function distance(a: string, b: string, limit: number, i = 0, j = 0): number {
  const same = sharedUnits(a, b, i, j);
  const [x, y] = [i + same, j + same];
  const [left, right] = [a.length - x, b.length - y];
  if (Math.abs(left - right) > limit) return limit + 1;
  if (left === 0 || right === 0) return left + right;
  if (limit === 0) return 1;
  const changed = distance(a, b, limit - 1, x + 1, y + 1);
  const deleted = distance(a, b, limit - 1, x + 1, y);
  const inserted = distance(a, b, limit - 1, x, y + 1);
  const isSwap = a[x] === b[y + 1] && a[x + 1] === b[y];
  const swapped = isSwap ? distance(a, b, limit - 1, x + 2, y + 2) : limit;
  return 1 + Math.min(changed, deleted, inserted, swapped);
}

/** How many units are the same in both texts from `i` and `j` on. */
function sharedUnits(a: string, b: string, i: number, j: number): number {
  const most = Math.min(a.length - i, b.length - j);
  let count = 0;
  while (count < most && a.charCodeAt(i + count) === b.charCodeAt(j + count)) count++;
  return count;
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
