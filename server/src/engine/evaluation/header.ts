import { skipBlanks } from '../base/blanks.ts';
import { replaced, slice, type Mapped } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Word } from '../kinds/word.ts';
import { splitWords } from '../kinds/words.ts';
import { nameSpan } from '../syntax/line.ts';

/** The opening line of a section (httpd-config 2.2). */
export interface SectionHeader {
  readonly words: readonly Word[];
  /** The `>` that ends the header; undefined where there is none. */
  readonly bracket: number | undefined;
  /** What stands behind the header: httpd drops it. */
  readonly rest: Span | undefined;
}

/** Reads what stands behind the name of a section; the header ends at the last `>` of the line. */
export function sectionHeader(line: Mapped): SectionHeader {
  const name = nameSpan(line.text);
  const last = line.text.lastIndexOf('>');
  const inName = last >= 0 && last < name.end;
  const bracket = last < 0 ? undefined : last;
  const end = bracket === undefined || inName ? line.text.length : bracket;
  const words = splitWords(line, name.end, end);
  const behind = bracket === undefined || inName ? undefined : skipBlanks(line.text, bracket + 1);
  const rest =
    behind === undefined || behind >= line.text.length ? undefined : { start: behind, end: line.text.length };
  return { words, bracket, rest };
}

/**
 * The argument of a condition like `<IfModule>`: a `!` in front stands outside of the quotes, further words are not
 * looked at (httpd-config 2.2).
 */
export function conditionWord(line: Mapped, header: SectionHeader): Word | undefined {
  const first = header.words[0];
  if (!first || first.quote || !first.value.text.startsWith('!')) return first;
  const end = header.bracket ?? line.text.length;
  const [name] = splitWords(line, first.span.start + 1, end);
  const span = { start: first.span.start, end: name?.span.end ?? first.span.end };
  const text = slice(line, span);
  if (!name) return { ...first, span };
  const replacement = { span: { start: 1, end: text.text.length }, text: name.value.text, what: 'joined' as const };
  const quoted = name.value.text !== text.text.slice(1);
  return { span, value: quoted ? replaced(text, [replacement]) : text, hole: first.hole || name.hole };
}
