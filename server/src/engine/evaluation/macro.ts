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

/**
 * Puts values in the place of parameters, wherever they stand: the first place counts, and the longest name there. The
 * value of a parameter that begins with `@` is put in quotes.
 */
export function substituted(line: string, parameters: readonly string[], values: readonly string[]): Mapped {
  const replacements: Replacement[] = [];
  for (let at = 0; at < line.length;) {
    const index = parameterAt(line, at, parameters);
    const name = index === undefined ? '' : (parameters[index] ?? '');
    if (index === undefined || name === '') {
      at += 1;
      continue;
    }
    const text = name.startsWith('@') ? quoted(values[index] ?? '') : (values[index] ?? '');
    replacements.push({ span: { start: at, end: at + name.length }, text, what: 'argument', name: String(index) });
    at += name.length;
  }
  return replaced(verbatim(line), replacements);
}

function parameterAt(line: string, at: number, parameters: readonly string[]): number | undefined {
  let best: number | undefined;
  parameters.forEach((name, index) => {
    const isLonger = best === undefined || name.length > (parameters[best]?.length ?? 0);
    if (name !== '' && isLonger && line.startsWith(name, at)) best = index;
  });
  return best;
}

function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
