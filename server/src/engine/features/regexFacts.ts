import type { Part } from '../kinds/kind.ts';
import { code } from './markdown.ts';

/** What stands for itself alone means the same in every pattern. */
const SIGNS: Readonly<Record<string, string>> = {
  '^': 'the beginning of the text; with `(?m)` of any line.',
  $: 'the end of the text; with `(?m)` of any line.',
  '\\A': 'the beginning of the text.',
  '\\z': 'the end of the text.',
  '\\Z': 'the end of the text, or the line end that it ends in.',
  '\\b': 'the beginning or end of a word.',
  '\\B': 'any place but the beginning and the end of a word.',
  '.': 'any character.',
  '\\d': 'a digit.',
  '\\D': 'any character but a digit.',
  '\\s': 'a blank, a tab or a line end.',
  '\\S': 'any character but blanks, tabs and line ends.',
  '\\w': 'a letter, a digit or `_`.',
  '\\W': 'any character but letters, digits and `_`.',
  '*': 'any number of times, or not at all.',
  '+': 'once or more often.',
  '?': 'once or not at all.',
  ')': 'the end of a group.',
  '(?:': 'the beginning of a group that has no number.',
  '(?=': 'what follows has to fit the group, and is no part of what is found.',
  '(?!': 'what follows must not fit the group.',
  '(?<=': 'what stands before has to fit the group, and is no part of what is found.',
  '(?<!': 'what stands before must not fit the group.',
  '(?i)': 'from here on, letter case does not count.',
};

/** A quantifier behind another one says how much that takes. */
const BEHIND: Readonly<Record<string, string>> = {
  '?': 'as few as possible of what stands before.',
  '+': 'as many as possible of what stands before, and none is given back.',
};

/** What a part of a regular expression means, in markdown; undefined where there is nothing to say. */
export function regexFacts(part: Part, parts: readonly Part[], pattern: string): string | undefined {
  const { span, role, key } = part;
  const text = pattern.slice(span.start, span.end);
  const words = key === undefined ? meaning(role, text, isBehindQuantifier(part, parts)) : groupWords(key);
  return words && `${code(text)}: ${words}`;
}

function isBehindQuantifier({ span }: Part, parts: readonly Part[]): boolean {
  return parts.some(({ role, span: { end } }) => role === 'quantifier' && end === span.start);
}

function groupWords(key: string): string {
  const [number = '', name] = key.split(' ');
  return `the beginning of group ${number}${name === undefined ? '' : `, which is named ${code(name)}`}.`;
}

function meaning(role: Part['role'], text: string, isBehind: boolean): string | undefined {
  if (role === 'quantifier') return isBehind ? BEHIND[text] : (SIGNS[text] ?? times(text));
  if (role === 'escape') return /^\\[^\w\s]$/.test(text) ? `the character ${code(text.slice(1))} itself.` : undefined;
  if (role === 'class' && text.startsWith('[^')) return 'one character that is none of these.';
  if (role === 'class' && text.startsWith('[')) return 'one of these characters.';
  return SIGNS[text];
}

/** `{2}`, `{2,}` or `{2,5}`. */
function times(text: string): string | undefined {
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(text) ?? [];
  if (least === undefined) return undefined;
  if (comma === '') return `${least} times.`;
  return most === '' ? `${least} times or more often.` : `${least} to ${most ?? ''} times.`;
}
