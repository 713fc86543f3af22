/** A rule of a TextMate grammar: a `match`, a region from `begin` to `end`, or an `include`. */
export interface Rule {
  readonly include?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

/** By the number of the group: its scope, or the rules for its text. */
export type Captures = Readonly<Record<number, Pick<Rule, 'name' | 'patterns'>>>;

/** Rules that are included by name: `#name`. */
export type Repository = Readonly<Record<string, Rule>>;
