/** One piece of a word of the shell. */
export type ShellPart =
  | { readonly text: string }
  /** `$NAME` and `${NAME:-other}`; the operator is empty where there is none. */
  | { readonly name: string; readonly operator: string; readonly other: readonly ShellPart[] }
  /** What only the shell itself can tell, such as `$(date)`. */
  | { readonly unknown: true };

export type ShellWord = readonly ShellPart[];

/** A simple command, or what begins with a word such as `if`. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** What stands in front of it; it is run or not by how the command before it ended. */
  readonly after?: '&&' | '||';
}

interface Scan {
  readonly text: string;
  at: number;
}

const SEPARATOR = /(&&|\|\|)|[;&|()<>\n]/y;
const BLANK = /(?:[ \t\r]|\\\r?\n)+|#[^\n]*/y;
const ENDS_WORD = /[\s;&|()<>]/;

/** The commands of a shell script; nothing is run. */
export function shellCommands(text: string): ShellCommand[] {
  const scan: Scan = { text, at: 0 };
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  let after: ShellCommand['after'];
  const end = (next?: string): void => {
    if (words.length > 0) commands.push({ words, ...(after && { after }) });
    words = [];
    after = next as ShellCommand['after'];
  };
  while (scan.at < text.length) {
    if (take(scan, BLANK)) continue;
    const separator = take(scan, SEPARATOR);
    if (!separator) words.push(readParts(scan, (sign) => ENDS_WORD.test(sign), false));
    else if (separator[0] !== '\n' || words.length > 0 || !after) end(separator[1]);
  }
  end();
  return commands;
}

function take(scan: Scan, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text);
  if (match) scan.at += match[0].length;
  return match ?? undefined;
}

/** Reads up to a sign that ends it, or the end of the text. */
function readParts(scan: Scan, ends: (sign: string) => boolean, isQuoted: boolean): ShellPart[] {
  const parts: ShellPart[] = [];
  while (scan.at < scan.text.length) {
    const sign = scan.text.charAt(scan.at);
    if (ends(sign)) break;
    scan.at += 1;
    if (sign === "'" && !isQuoted) parts.push({ text: until(scan, "'") });
    else if (sign === '"') parts.push(...quoted(scan));
    else if (sign === '\\') parts.push({ text: escaped(scan, isQuoted) });
    else if (sign === '`') parts.push(unknownUntil(scan, '`'));
    else parts.push(sign === '$' ? reference(scan) : { text: sign });
  }
  return parts;
}

function quoted(scan: Scan): ShellPart[] {
  const parts = readParts(scan, (sign) => sign === '"', true);
  scan.at += 1;
  return [{ text: '' }, ...parts];
}

/** The text up to a sign, which is passed. */
function until(scan: Scan, sign: string): string {
  const found = scan.text.indexOf(sign, scan.at);
  const end = found < 0 ? scan.text.length : found;
  const text = scan.text.slice(scan.at, end);
  scan.at = end + 1;
  return text;
}

function unknownUntil(scan: Scan, sign: string): ShellPart {
  until(scan, sign);
  return { unknown: true };
}

function escaped(scan: Scan, isQuoted: boolean): string {
  const sign = scan.text.charAt(scan.at);
  scan.at += 1;
  if (sign === '\n') return '';
  return isQuoted && !'$`"\\'.includes(sign) ? `\\${sign}` : sign;
}

function reference(scan: Scan): ShellPart {
  const name = take(scan, /[A-Za-z_]\w*/y);
  if (name) return { name: name[0], operator: '', other: [] };
  const braced = take(scan, /\{([A-Za-z_]\w*)(?=\}|[:#%?=+-])(:?[-=+?]|##?|%%?)?/y);
  if (braced) return bracedReference(scan, braced);
  if (take(scan, /\{/y)) return unknownUntil(scan, '}');
  if (take(scan, /\(/y)) return substitution(scan);
  return take(scan, /[0-9?$#@*!-]/y) ? { unknown: true } : { text: '$' };
}

function bracedReference(scan: Scan, [, name = '', operator = '']: RegExpExecArray): ShellPart {
  const other = readParts(scan, (sign) => sign === '}', false);
  scan.at += 1;
  return { name, operator, other };
}

/** `$(command)`, up to the parenthesis that closes it. */
function substitution(scan: Scan): ShellPart {
  for (let depth = 1; depth > 0 && scan.at < scan.text.length; scan.at++) {
    const sign = scan.text.charAt(scan.at);
    if (sign === '(') depth++;
    if (sign === ')') depth--;
  }
  return { unknown: true };
}
