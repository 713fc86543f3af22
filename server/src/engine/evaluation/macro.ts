import { replaced, verbatim, type Mapped, type Replacement } from '../base/mapped.ts';
import { headerOf, textOf, type Line } from '../syntax/line.ts';

/** A macro as httpd stores it (httpd-config 3.5). */
export interface Macro {
  readonly parameters: readonly string[];
  /** Trimmed and joined; comments and blank lines are not stored. */
  readonly lines: readonly string[];
}

/** A macro as an answer: the parameters on the first line, then the lines. No line of a configuration holds a line feed. */
export function macroText({ parameters, lines }: Macro): string {
  return [parameters.join(' '), ...lines].join('\n');
}

export function macroOf(text: string): Macro {
  const [parameters = '', ...lines] = text.split('\n');
  return { parameters: parameters.split(' ').filter((name) => name !== ''), lines };
}

/** What httpd stores of a line; undefined for one that it drops. */
export function storedLine(line: Line): string | undefined {
  return line.form === 'blank' || line.form === 'comment' ? undefined : textOf(line).text;
}

/** Whether every section that begins in the lines ends in them, and the other way round. */
export function isEven(lines: readonly string[]): boolean {
  const open: string[] = [];
  for (const line of lines) {
    const { form, key } = headerOf(line);
    if (form === 'open') open.push(key.slice(1));
    if (form === 'close' && open.pop() !== key.slice(2)) return false;
  }
  return open.length === 0;
}

/** Bytes that httpd has room for in a line of a macro, values put in (modules/core/mod_macro.c). */
const LONGEST = 8192;

/** A line with the values in it; undefined where httpd has no room for that. */
export type Substitute = (line: string) => Mapped | undefined;

/**
 * Puts values in the place of parameters, wherever they stand in a line: the first place counts, and the longest name
 * there. The value of a parameter that begins with `@` is put in quotes.
 */
export function substitution(parameters: readonly string[], values: readonly string[]): Substitute {
  const find = parameterFinder(parameters);
  const texts = parameters.map((name, index) => (name.startsWith('@') ? quoted : String)(values[index] ?? ''));
  return (line) => {
    const replacements: Replacement[] = [];
    let length = line.length;
    for (let at = 0; at < line.length;) {
      const index = find(line, at);
      const end = at + (index === undefined ? 1 : (parameters[index] ?? '').length);
      if (index !== undefined) {
        const text = texts[index] ?? '';
        length += text.length - (end - at);
        replacements.push({ span: { start: at, end }, text, what: 'argument', name: String(index) });
      }
      if (length > LONGEST) return undefined;
      at = end;
    }
    return replaced(verbatim(line), replacements);
  };
}

/** Finds the longest parameter that stands at a place; there are few lengths, however many parameters there are. */
function parameterFinder(parameters: readonly string[]): (line: string, at: number) => number | undefined {
  const indexes = new Map<string, number>();
  for (const [index, name] of parameters.entries()) if (!indexes.has(name)) indexes.set(name, index);
  const lengths = [...new Set(parameters.map((name) => name.length))].filter((length) => length > 0);
  lengths.sort((a, b) => b - a);
  return (line, at) => {
    for (const length of lengths) {
      const index = indexes.get(line.slice(at, at + length));
      if (index !== undefined) return index;
    }
    return undefined;
  };
}

function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
