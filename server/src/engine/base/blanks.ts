/** httpd's blanks inside a line (httpd-config 1.1): no other character separates words, not even a no-break space. */
const BLANKS = ' \t\n\v\f\r';

export function isBlank(unit: string | undefined): boolean {
  return unit !== undefined && unit !== '' && BLANKS.includes(unit);
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text[at])) at++;
  return at;
}

export function skipWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text[at])) at++;
  return at;
}

/** The end of the text without the blanks behind it, never before `from`. */
export function trimmedEnd(text: string, from = 0): number {
  let at = text.length;
  while (at > from && isBlank(text[at - 1])) at--;
  return at;
}
