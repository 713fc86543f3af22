import type { Captures, Rule } from './rule.ts';

/*
 * httpd reads logical lines, TextMate physical ones. So every line that may go on is a region that ends where a
 * physical line ends without a backslash, and so is whatever stands in it: nothing outlives its logical line.
 */

/** White space inside a line (httpd-config 1.1); never the line feed, or a word would end before it is continued. */
export const blank = String.raw`[ \t\r\v\f]`;

/** The end of the logical line. (The end of the text behind a line feed counts as an end of line too, hence `\n`.) */
export const lineEnd = String.raw`(?<![\\\n])$`;

/** Where the first argument, or the next one, starts. A backslash at the end of the line starts none. */
export const argumentStart = String.raw`(?!\\$)(?=\S)`;

/** Behind a word that has a colour as a whole. */
export const wordEnd = String.raw`(?=[ \t\r\v\f>]|\\?$)`;

/** Before the bracket that ends an opening tag: the last one of the line, quotes or not (httpd-config 2.2). */
export const lastBracket = String.raw`(?=>[^>\n]*(?<![\\\n])$)`;

export const continuation: Rule = {
  match: String.raw`\\$`,
  name: 'constant.character.escape.line-continuation.apacheconf',
};

export const comment: Rule = {
  begin: String.raw`^\s*(#)`,
  beginCaptures: {
    1: { name: 'comment.line.number-sign.apacheconf punctuation.definition.comment.apacheconf' },
  },
  end: lineEnd,
  contentName: 'comment.line.number-sign.apacheconf',
};

/** A line of nothing but a backslash: the next one is read as if it stood here. */
export const emptyContinuation: Rule = { ...continuation, match: String.raw`^\s*\\$` };

/** A word with any of these may be any word once variables and macro parameters have their values. */
export const hasVariable = String.raw`[^\s>]*[$@%]`;

/** A directive's name has the colour of a function, or of a keyword in a theme that has none for functions. */
const directiveName = 'keyword.other.directive.apacheconf support.function.directive.apacheconf';

/**
 * A directive by its names (an expression without groups) and what follows. httpd takes the name in quotes too, and
 * drops a `>` at its end (httpd-config 1.3).
 */
export function directive(names: string, patterns: readonly Rule[], more = '', captures: Captures = {}): Rule {
  return {
    begin: String.raw`(?i)^\s*(["']?)(${names})>?\1(?:(?<=["'])|(?=${blank}|\\?$))${more}`,
    beginCaptures: { 2: { name: directiveName }, ...captures },
    end: lineEnd,
    patterns,
  };
}

/** One argument and all that follows it. The rules of the argument start with `\G`, so they hold for no later one. */
export function argumentThen(argument: readonly Rule[], rest: readonly Rule[]): Rule {
  return { begin: argumentStart, end: lineEnd, patterns: [...argument, continuation, ...rest] };
}
