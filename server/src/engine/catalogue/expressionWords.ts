/** A name that httpd knows in expressions (httpd-config 8.4), and what it means in one or two sentences. */
export interface ExpressionWord {
  readonly name: string;
  readonly about: string;
  /** Identifier of the module that it comes from; httpd itself has all others. */
  readonly module?: string;
}

/** `data/expressions.json`. */
export interface ExpressionWords {
  /** `%{NAME}`. */
  readonly variables: readonly ExpressionWord[];
  /** Variables of a module, of which any name is taken that begins so. */
  readonly variableFamilies: readonly { readonly prefix: string; readonly module: string }[];
  /** `name('text')` and `%{name:text}`. */
  readonly functions: readonly ExpressionWord[];
  /** Behind `in`. */
  readonly listFunctions: readonly ExpressionWord[];
  /** Operators in front of a value. */
  readonly tests: readonly ExpressionWord[];
  /** Operators between two values that are looked up by name. */
  readonly matches: readonly ExpressionWord[];
  /** Operators between two values that belong to the grammar. */
  readonly comparisons: readonly ExpressionWord[];
  /** What joins conditions, and conditions that are a word. */
  readonly logic: readonly ExpressionWord[];
}
