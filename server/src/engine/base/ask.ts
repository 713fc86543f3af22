/**
 * The only way to the world for kinds, rules and reading: a plain key in, a plain answer out, `undefined` where nothing
 * is known under that key. Whoever hands out an `Ask` records keys and answers: work is used again while every answer
 * that it asked for is still the same.
 */
export type Ask = (key: string) => Answer;

/** Compared with `===`. */
export type Answer = string | undefined;

/** The answer where a value exists but is not known. No text of a configuration holds a NUL: httpd drops it. */
export const HOLE = '\0';
