import type { Verdict } from './compare.ts';

/** A configuration with what the real httpd says of it. */
export interface Case {
  /** `group/name`. */
  readonly id: string;
  readonly group: string;
  /** The text of the file itself; its lines are what the verdict counts. */
  readonly text: string;
  /** What the server reads before it: modules, a port to listen on. Empty, or whole lines. */
  readonly prelude: string;
  /** The whole environment of the server. */
  readonly environment: Readonly<Record<string, string>>;
  /** The names that `-D` gives. */
  readonly defines: readonly string[];
  readonly verdict: Verdict;
  /** Our name for the sort of refusal; empty where httpd accepts, or where it was not sorted. */
  readonly kind: string;
}

/** `A=b C=d` as names with values. */
export function parseEnvironment(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words(list).map((pair) => splitAt(pair, pair.indexOf('='))));
}

/** The words of a list with blanks between them; none in an empty list. */
export function words(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '');
}

function splitAt(pair: string, at: number): readonly [string, string] {
  return [pair.slice(0, at), pair.slice(at + 1)];
}
