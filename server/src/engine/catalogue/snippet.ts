/** Some lines that belong together, as they stand in the data. */
export interface Snippet {
  readonly name: string;
  /** A few words for people. */
  readonly about: string;
  /** Its lines in the snippet syntax of LSP, of which only `$0`, `${1:text}` and escapes are used. */
  readonly body: readonly string[];
}

/** A snippet as plain text, with what stands in its places to be filled in. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$(?:\d+|\{\d+(?::([^}]*))?\})/g, '$1$2');
}
