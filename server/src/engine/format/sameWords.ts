import { nameWord, textOf, type Line } from '../syntax/line.ts';
import { quotedSpans, WORDS } from './quotes.ts';

/**
 * The number, from 1, of the physical line of `before` where the first logical line begins that httpd would read
 * differently in `after`, or that gets another one behind it; undefined where there is none. With `anyCase` a name is the same in capital and small letters.
 */
export function firstDifference(before: readonly Line[], after: readonly Line[], anyCase: boolean): number | undefined {
  const rest = after.filter((line) => line.form !== 'blank').values();
  let number = 1;
  let last = number;
  for (const line of before) {
    if (line.form !== 'blank') {
      if (!isSame(line, rest.next().value, anyCase)) return number;
      last = number;
    }
    number += line.physical;
  }
  return rest.next().done ? undefined : last;
}

function isSame(before: Line, after: Line | undefined, anyCase: boolean): boolean {
  if (!after) return false;
  return before.raw === after.raw || readText(before, anyCase) === readText(after, anyCase);
}

/** Blanks count as typed, but for those outside quotes in a line that is continued: a run of them is as good as one. */
function readText(line: Line, anyCase: boolean): string {
  const { text } = textOf(line);
  const named = anyCase && line.form !== 'comment' ? withSmallName(text) : text;
  return line.joined ? folded(named) : named;
}

function withSmallName(text: string): string {
  const { start, end } = nameWord(text);
  return text.slice(0, start) + text.slice(start, end).toLowerCase() + text.slice(end);
}

function folded(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of quotedSpans(text, WORDS)) {
    result += fold(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return result + fold(text.slice(at));
}

function fold(text: string): string {
  return text.replaceAll(/[ \t\n\v\f\r]+/g, ' ');
}
