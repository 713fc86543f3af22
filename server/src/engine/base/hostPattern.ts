/**
 * Whether all hosts that a text stands for fit a pattern, as ap_strcasecmp_match has it: `*` is any number of characters,
 * `?` one. Both are in small letters. The text may be a pattern itself; what its `*` stands for only a `*` takes in.
 */
export function takesHost(pattern: string, host: string): boolean {
  // Most do not even end alike, and there may be thousands of each.
  if (!host.endsWith(pattern.slice(lastWildcard(pattern) + 1))) return false;
  let [at, from, star, starAt] = [0, 0, -1, 0];
  while (at < host.length) {
    if (pattern[from] === '*') {
      star = from++;
      starAt = at;
    } else if (pattern[from] === host[at] || (pattern[from] === '?' && host[at] !== '*')) {
      at++;
      from++;
    } else if (star >= 0) {
      from = star + 1;
      at = ++starAt;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(from));
}

function lastWildcard(pattern: string): number {
  return Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?'));
}

/** Whether a ServerAlias is a pattern; all others are compared as they stand (ap_is_matchexp). */
export function isHostPattern(text: string): boolean {
  return /[*?]/.test(text);
}
