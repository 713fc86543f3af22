/**
 * Characters that nobody sees, or takes for a blank. httpd reads them as letters: its blanks are those of ASCII
 * (httpd-config 1.1).
 */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g;

/** Those of them that look like a blank. */
const BLANK_LIKE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** What people call them. */
const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'A no-break space',
  '\u200b': 'A zero-width space',
  '\ufeff': 'A byte order mark',
};

/** The first such character of a text, in words that begin a sentence; undefined where there is none. */
export function invisibleIn(text: string): string | undefined {
  const [first] = text.match(INVISIBLE) ?? [];
  if (first === undefined) return undefined;
  const number = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${NAMES[first] ?? 'An invisible character'} (U+${number})`;
}

/** The text with a blank for what looks like one between its words, and without all others. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (one) => (BLANK_LIKE.test(one) ? ' ' : '')).trim();
}
