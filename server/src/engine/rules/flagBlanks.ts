import type { Span } from '../base/span.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Word } from '../kinds/word.ts';
import { replaceInLine } from './edits.ts';
import type { Fix, FixContext, Found } from './rule.ts';

/** Words that were meant as one, in the text of the line, and how they are written as one. */
export interface Broken {
  readonly span: Span;
  readonly joined: string;
}

/** Flags with blanks between their brackets, which are several words unless they are in quotes (httpd-config 8.2). */
export function brokenFlags({ words, countKnown }: Directive): Broken | undefined {
  if (!countKnown) return undefined;
  const behind = words.slice(FLAGS);
  const last = behind.findIndex((word) => word.value.text.endsWith(']'));
  const pieces = behind.slice(0, last + 1);
  const [first] = pieces;
  if (!first?.value.text.startsWith('[') || pieces.length < 2 || pieces.some(({ quote }) => quote)) return undefined;
  return { span: spanOf(pieces), joined: joined(pieces.map(({ value }) => value.text)) };
}

/** The number of the word with the flags. */
export const FLAGS = 2;

function joined(pieces: readonly string[]): string {
  return pieces.map((piece, at) => separator(pieces[at - 1], piece) + piece).join('');
}

/** A comma, where none of the two pieces has one there. */
function separator(left: string | undefined, right: string): string {
  return left === undefined || /[[,=]$/.test(left) || /^[\],=]/.test(right) ? '' : ',';
}

export function spanOf(words: readonly Word[]): Span {
  return { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 };
}

export function flagsFound({ step }: Directive, { span, joined }: Broken): Found {
  return {
    span: inRaw(step, span),
    message: `Between the brackets of flags are no blanks: \`${joined}\`.`,
    why: 'httpd takes what stands before the blank for all of the flags, and refuses the line.',
  };
}

/** Writes words as the one that was meant. */
export function joinFix(context: FixContext, { joined }: Broken): Fix {
  const edits = [replaceInLine(context, context.span, joined)];
  return { title: `Change to ${joined}`, safe: false, preferred: true, edits };
}

/** Whether a finding is about these words. */
export function isAbout({ step, span }: FixContext, broken: Broken | undefined): broken is Broken {
  const here = broken && inRaw(step, broken.span);
  return here?.start === span.start && here.end === span.end;
}
