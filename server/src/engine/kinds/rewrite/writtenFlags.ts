import { skipBlanks, trimmedEnd } from '../../base/blanks.ts';
import type { Span } from '../../base/span.ts';
import type { RewriteFlag } from '../../catalogue/rewriteWords.ts';

/** One flag between brackets. All ranges are without the blanks around it. */
export interface WrittenFlag {
  readonly span: Span;
  readonly name: Span;
  /** Behind the first `=`. */
  readonly value?: Span;
}

/** What stands between `[` and `]`, at commas (modules/mappers/mod_rewrite.c, `cmd_parseflagfield`). */
export function writtenFlags(text: string): readonly WrittenFlag[] {
  const flags: WrittenFlag[] = [];
  for (let start = 1; start < text.length;) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length - 1 : comma;
    flags.push(writtenFlag(text, trimmed(text, { start, end })));
    start = end + 1;
  }
  return flags;
}

function writtenFlag(text: string, span: Span): WrittenFlag {
  const equals = text.slice(span.start, span.end).indexOf('=');
  if (equals < 0) return { span, name: span };
  const at = span.start + equals;
  return { span, name: { start: span.start, end: at }, value: { start: at + 1, end: span.end } };
}

function trimmed(text: string, { start, end }: Span): Span {
  const from = Math.min(skipBlanks(text, start), end);
  return { start: from, end: trimmedEnd(text.slice(0, end), from) };
}

/** The flag of a name, long or short, in any letter case. */
export function flagNamed(flags: readonly RewriteFlag[], text: string): RewriteFlag | undefined {
  const name = text.toLowerCase();
  return flags.find((flag) => flag.name.toLowerCase() === name || flag.long === name);
}

/** Whether httpd takes the text for flags. */
export function isBracketed(text: string): boolean {
  return text.length > 1 && text.startsWith('[') && text.endsWith(']');
}
