import { joinsOf } from './continuation.ts';
import type { PlacedLine } from './layout.ts';
import type { PhysicalLine } from './physicalLine.ts';

/** Levels that show. A file with more is not for reading, and all its blanks might not fit into memory. */
const DEEPEST = 40;

/** The physical lines of a line with the indentation that its level asks for; `unit` is one level. */
export function indented(lines: readonly PhysicalLine[], placed: PlacedLine, unit: string): PhysicalLine[] {
  const to = unit.repeat(Math.min(placed.level, DEEPEST));
  const [first, ...continued] = lines;
  if (!first) return [];
  return [withIndentation(first, to), ...moved(first, continued, { placed, to, unit })];
}

interface Move {
  readonly placed: PlacedLine;
  /** The indentation of the first physical line from now on. */
  readonly to: string;
  readonly unit: string;
}

/** Continued lines move together with the first one. */
function moved(first: PhysicalLine, continued: readonly PhysicalLine[], move: Move): PhysicalLine[] {
  if (continued.length === 0) return [];
  const joins = joinsOf(move.placed.line, ['${', ...move.placed.parameters]);
  return continued.map((line, i) => {
    const join = joins[i + 1];
    if (join === 'keep') return line;
    const wanted = continuedIndentation(line.indentation, first.indentation, move);
    return withIndentation(line, wanted === '' && join === 'blank' ? move.unit : wanted);
  });
}

/**
 * What stands behind the indentation of the first line is kept, for it often lines words up. A directive goes on at
 * least one level further in; a comment goes on where it was written, for it often is a directive behind `#`.
 */
function continuedIndentation(typed: string, from: string, { placed, to, unit }: Move): string {
  const rest = typed.startsWith(from) ? typed.slice(from.length).replaceAll('\t', unit) : '';
  return to + (rest === '' && placed.line.form !== 'comment' ? unit : rest);
}

function withIndentation(line: PhysicalLine, indentation: string): PhysicalLine {
  return { ...line, indentation: line.content === '' ? '' : indentation };
}
