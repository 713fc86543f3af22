import { skipBlanks } from '../base/blanks.ts';
import type { Line } from '../syntax/line.ts';

/** One physical line of a logical line, in three parts. */
export interface PhysicalLine {
  /** The blanks in front; of a blank line all of them. */
  readonly indentation: string;
  /** With the backslash of a continuation; empty on a blank line. */
  readonly content: string;
  /** LF, CRLF or nothing. */
  readonly lineEnd: string;
}

export function physicalLines({ raw, physical }: Line): PhysicalLine[] {
  return physical === 1 ? [physicalLine(raw)] : raw.split(/(?<=\n)/).map(physicalLine);
}

function physicalLine(text: string): PhysicalLine {
  const lineEnd = /\r?\n$/.exec(text)?.[0] ?? '';
  const body = text.slice(0, text.length - lineEnd.length);
  const start = skipBlanks(body, 0);
  return { indentation: body.slice(0, start), content: body.slice(start), lineEnd };
}

export function textOfPhysical({ indentation, content, lineEnd }: PhysicalLine): string {
  return indentation + content + lineEnd;
}
