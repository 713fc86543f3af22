import { logicalLines, meanings } from '../format/words.ts';

/** The same text says the same under each way in which httpd takes words apart. */
export type Reading = readonly (readonly string[])[];

/**
 * What httpd's dump of a configuration says. It names the file and the line of each directive, which blank lines move,
 * and keeps blanks between words as they were typed; neither counts.
 */
export function readingOfDump(dump: string): Reading {
  return meanings(dump.split('\n').filter((line) => !/^ *#/.test(line)));
}

/**
 * The words of every logical line, quotes kept: for what a dump does not show (LoadModule, Define, Include, branches
 * that are not taken, macros that are not used). Comments do not count, and nor does the letter case of names where
 * `anyCase` is set.
 */
export function readingOfText(text: string, anyCase: boolean): Reading {
  const lines = logicalLines(text).filter((line) => !line.startsWith('#'));
  return meanings(anyCase ? withSmallNames(lines) : lines);
}

/** The first line that two readings do not have in common, as each of them has it; none where they are the same. */
export function firstDifference(before: Reading, after: Reading): string | undefined {
  for (const [index, lines] of before.entries()) {
    const others = after[index] ?? [];
    const at = Array.from({ length: Math.max(lines.length, others.length) }, (_, i) => i).find(
      (i) => lines[i] !== others[i],
    );
    if (at !== undefined) return `${shown(lines[at])} became ${shown(others[at])}`;
  }
  return undefined;
}

function shown(line: string | undefined): string {
  return line === undefined ? 'nothing' : JSON.stringify(line);
}

/**
 * Lines with their names in small letters, but for the bodies of macros, where a parameter may be a part of a name, and
 * for names with a variable in them (httpd-config 3.5, 1.2).
 */
function withSmallNames(lines: readonly string[]): string[] {
  let macros = 0;
  return lines.map((line) => {
    if (/^<\/macro\b/i.test(line)) macros = Math.max(0, macros - 1);
    const named = macros === 0 ? line.replace(/^[^ \t\v\f\r"'>]+/, smallName) : line;
    if (/^<macro\b/i.test(line)) macros += 1;
    return named;
  });
}

function smallName(name: string): string {
  return name.includes('${') ? name : name.toLowerCase();
}
