/** A word of mod_rewrite's, and what it means in one or two sentences. */
export interface RewriteWord {
  readonly name: string;
  readonly about: string;
}

/**
 * What stands behind the `=` of a flag: `none` is expected, and what is there is ignored; `characters`, a list of them;
 * `cookie`, `NAME:VALUE:DOMAIN` and more; `environment`, `VAR:VALUE` or `!VAR`; `status`, a number or a name of it.
 */
export type FlagValue = 'none' | 'characters' | 'cookie' | 'environment' | 'handler' | 'number' | 'status' | 'type';

/** A flag of RewriteRule or RewriteCond; letter case does not count (httpd-config 8.2). */
export interface RewriteFlag extends RewriteWord {
  /** The same in a word. */
  readonly long?: string;
  readonly value: FlagValue;
  /** `refused`: httpd refuses it without a value; `needed`: it takes it, and then nothing comes of it. */
  readonly without?: 'refused' | 'needed';
  /** The first release that knows it. */
  readonly since?: string;
  /** It came with the repair of a security fault, which distributions have put into older releases too. */
  readonly patched?: boolean;
}

/** `data/rewrite.json`. */
export interface RewriteWords {
  readonly ruleFlags: readonly RewriteFlag[];
  readonly conditionFlags: readonly RewriteFlag[];
  /** Names for the status of R. */
  readonly redirects: readonly RewriteWord[];
  /** Names in `%{…}` that expressions know too, and mean the same there. */
  readonly variables: readonly string[];
  /** Those that expressions do not know. */
  readonly ownVariables: readonly RewriteWord[];
  /** What stands before another name in `%{…}`, with its colon. */
  readonly lookUps: readonly RewriteWord[];
  /** Patterns of RewriteCond that are the whole of it. */
  readonly tests: readonly RewriteWord[];
  /** What a pattern of RewriteCond begins with that compares numbers or texts. */
  readonly comparisons: readonly RewriteWord[];
  /** What the source of a RewriteMap begins with. */
  readonly mapTypes: readonly RewriteWord[];
  readonly mapFunctions: readonly RewriteWord[];
  /** Libraries behind `dbm=`. */
  readonly databases: readonly RewriteWord[];
  /** Examples of a value for T, and for H. */
  readonly mediaTypes: readonly RewriteWord[];
  readonly handlers: readonly RewriteWord[];
}
