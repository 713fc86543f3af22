import { trimmedEnd } from '../base/blanks.ts';
import { utf8Length } from '../base/utf8.ts';
import { textOf, type Line } from '../syntax/line.ts';
import { indented } from './indentation.ts';
import type { PlacedLine } from './layout.ts';
import type { FormatOptions } from './options.ts';
import { physicalLines, textOfPhysical, type PhysicalLine } from './physicalLine.ts';
import { respelled } from './respell.ts';

/** Bytes of a line that httpd reads in a .htaccess file and in the body of a macro (httpd-config 1.1). */
const LONGEST = 8191;

/** The physical lines of a logical line as they should be; `lineEnd` is for a last line that has none. */
export function formatLine(placed: PlacedLine, options: FormatOptions, lineEnd: string): string[] {
  const typed = physicalLines(placed.line);
  if (isLeftAlone(placed)) return typed.map(textOfPhysical);
  const raw = options.directiveCase === 'canonical' ? respelled(placed, options.canonical) : placed.line.raw;
  const named = physicalLines({ ...placed.line, raw });
  const ended = withEnd(named, placed.line, lineEnd);
  const moved = indented(ended, placed, options.indent);
  return (growsTooLong(ended, moved) ? ended : moved).map(textOfPhysical);
}

/**
 * Code is not ours. The text behind a NUL is not read, and editors take a CR that stands alone for a line end where
 * httpd sees a blank (httpd-config 1.1). A U+FEFF behind blanks would become a byte order mark without them.
 */
export function isLeftAlone({ line, start, body }: PlacedLine): boolean {
  const { raw } = line;
  return (
    body === 'fixed' || raw.includes('\0') || /\r(?!\n)/.test(raw) || (start === 0 && /^[ \t\v\f]+\ufeff/.test(raw))
  );
}

/**
 * Without blanks at the end, and with a line end. Behind a backslash neither, that would make a continuation: also of a
 * last line that is blank, where the line before leaves a backslash.
 */
function withEnd(lines: readonly PhysicalLine[], line: Line, lineEnd: string): PhysicalLine[] {
  const before = lines.slice(0, -1);
  const last = lines.at(-1);
  if (!last) return [];
  const isFixed = textOf(line).text.endsWith('\\');
  if (last.content === '') return [...before, isFixed ? last : { ...last, indentation: '' }];
  const content = isFixed ? last.content : last.content.slice(0, trimmedEnd(last.content));
  const ends = last.lineEnd !== '' || content.endsWith('\\');
  return [...before, { ...last, content, lineEnd: ends ? last.lineEnd : lineEnd }];
}

/** Blanks must not push a line over the limit. */
function growsTooLong(before: readonly PhysicalLine[], after: readonly PhysicalLine[]): boolean {
  const text = after.map(textOfPhysical).join('');
  if (text.length * 3 <= LONGEST) return false;
  return text.length > before.map(textOfPhysical).join('').length && utf8Length(text) > LONGEST;
}
