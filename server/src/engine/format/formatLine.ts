import { trimmedEnd } from '../base/blanks.ts';
import { bytesAbove } from './bytes.ts';
import type { FormatOptions } from './options.ts';
import { indented } from './indentation.ts';
import type { PlacedLine } from './layout.ts';
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
  const ended = named.map((line, i) => (i === named.length - 1 ? withEnd(line, lineEnd) : line));
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
    body === 'code' || raw.includes('\0') || /\r(?!\n)/.test(raw) || (start === 0 && /^[ \t\v\f]+\ufeff/.test(raw))
  );
}

/** Without blanks at its end, and with a line end. Behind a backslash neither: that would make a continuation. */
function withEnd(line: PhysicalLine, lineEnd: string): PhysicalLine {
  const length = trimmedEnd(line.content);
  const content = line.content[length - 1] === '\\' ? line.content : line.content.slice(0, length);
  const stays = line.lineEnd !== '' || content === '' || content.endsWith('\\');
  return { indentation: content === '' ? '' : line.indentation, content, lineEnd: stays ? line.lineEnd : lineEnd };
}

/** Blanks must not push a line over the limit. */
function growsTooLong(before: readonly PhysicalLine[], after: readonly PhysicalLine[]): boolean {
  const text = after.map(textOfPhysical).join('');
  return bytesAbove(text, LONGEST) && text.length > before.map(textOfPhysical).join('').length;
}
