/** The manual of the version that htconf is about. */
const MANUAL = 'https://httpd.apache.org/docs/2.4/';

/** Text as it is written, within a line. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${text}${blank}${fence}`;
}

/** Lines of configuration. */
export function codeBlock(lines: readonly string[]): string {
  return ['```apacheconf', ...lines, '```'].join('\n');
}

export function codeList(texts: readonly string[], last: 'and' | 'or'): string {
  const all = texts.map(code);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1) ?? ''}`;
}

/** More words of a list are not read by anybody. */
const MOST = 30;

export function longList(texts: readonly string[]): string {
  return texts.slice(0, MOST).map(code).join(', ') + (texts.length > MOST ? ', …' : '');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Paragraphs, without those that are empty. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A link to a page of the manual; `name` is what it is about. */
export function manualLink(page: string, name: string): string {
  return `[Manual: ${name}](${MANUAL}${page})`;
}
