import { logicalLine } from './logicalLine.ts';

/** The body of a macro: physical lines from `first` to `last`, both included, counted from 1. */
interface MacroBody {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/**
 * These lines, and for each `Use` among them the lines of the macros of that name: httpd names the one where htconf may mark
 * the other. A `Use` in a body leads on to further macros.
 */
export function withMacroBodies(text: string, lines: readonly number[]): readonly number[] {
  const rows = text.split('\n');
  const bodies = macroBodies(rows);
  const found = new Set(lines);
  for (const line of found) {
    const used = /^\s*Use[\s\\]+"?([^\s"]+)/i.exec(logicalText(text, rows, line))?.[1]?.toLowerCase();
    for (const { first, last } of bodies.filter(({ name }) => name === used))
      for (let body = first; body <= last; body += 1) found.add(body);
  }
  return [...found];
}

function logicalText(text: string, rows: readonly string[], line: number): string {
  const { first, last } = logicalLine(text, line);
  return rows.slice(first - 1, last).join('\n');
}

function macroBodies(rows: readonly string[]): readonly MacroBody[] {
  const open: { readonly name: string; readonly first: number }[] = [];
  return rows.flatMap((row, index) => {
    const [, name] = /^\s*<Macro\s+([^\s>]+)/i.exec(row) ?? [];
    if (name !== undefined) open.push({ name: name.toLowerCase(), first: index + 2 });
    const closed = /^\s*<\/Macro>/i.test(row) ? open.pop() : undefined;
    return closed ? [{ ...closed, last: index }] : [];
  });
}
