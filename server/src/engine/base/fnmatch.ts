/**
 * Whether a name matches a pattern, as apr_fnmatch does it for one component of a path: `*`, `?`, `[…]`, `\` before a
 * character that is meant; a leading `.` of the name must be written out.
 */
export function fnmatch(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.')) return false;
  return fnmatchAll(pattern, name);
}

/** The same where a leading `.` is a character like any other, as in `<Directory>`. */
export function fnmatchAll(pattern: string, name: string): boolean {
  return matchesFrom(tokensOf(pattern), name);
}

/** True where a text is more than the name of one file; a text without wildcards is a name as it stands, `\` and all. */
export function isPattern(text: string): boolean {
  const unescaped = text.replace(/\\./g, '');
  return /[*?]|\[.*\]/.test(unescaped);
}

type Token = '*' | ((unit: string) => boolean);

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length;) {
    const { token, end } = tokenAt(pattern, at);
    tokens.push(token);
    at = end;
  }
  return tokens;
}

function tokenAt(pattern: string, at: number): { token: Token; end: number } {
  const unit = pattern.charAt(at);
  if (unit === '*') return { token: '*', end: at + 1 };
  if (unit === '?') return { token: () => true, end: at + 1 };
  const set = unit === '[' ? setAt(pattern, at) : undefined;
  if (set) return set;
  const escaped = unit === '\\' && at + 1 < pattern.length;
  const wanted = escaped ? pattern.charAt(at + 1) : unit;
  return { token: (other) => other === wanted, end: at + (escaped ? 2 : 1) };
}

/** A set of characters; one that is not closed is no set. */
function setAt(pattern: string, start: number): { token: Token; end: number } | undefined {
  const negated = pattern[start + 1] === '!' || pattern[start + 1] === '^';
  const ranges: Range[] = [];
  let at = start + (negated ? 2 : 1);
  while (at < pattern.length && (ranges.length === 0 || pattern[at] !== ']')) {
    const { range, end } = rangeAt(pattern, at);
    ranges.push(range);
    at = end;
  }
  if (at >= pattern.length) return undefined;
  const token: Token = (unit) => ranges.some(({ low, high }) => low <= unit && unit <= high) !== negated;
  return { token, end: at + 1 };
}

interface Range {
  readonly low: string;
  readonly high: string;
}

function rangeAt(pattern: string, start: number): { range: Range; end: number } {
  const at = pattern[start] === '\\' && start + 1 < pattern.length ? start + 1 : start;
  const low = pattern.charAt(at);
  const isRange = pattern[at + 1] === '-' && at + 2 < pattern.length && pattern[at + 2] !== ']';
  return { range: { low, high: isRange ? pattern.charAt(at + 2) : low }, end: at + (isRange ? 3 : 1) };
}

/** Goes back to the last `*` only, so the work is at most pattern times name. */
function matchesFrom(tokens: readonly Token[], name: string): boolean {
  let at = 0;
  let token = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    const next = tokens[token];
    if (next === '*') {
      star = token++;
      starAt = at;
    } else if (next?.(name.charAt(at))) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}
