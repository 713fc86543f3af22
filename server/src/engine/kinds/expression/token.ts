import type { Span } from '../../base/span.ts';

/**
 * The pieces of an expression as httpd's scanner makes them (httpd-config 8.4). `quote` begins and ends a string, `text`
 * is what stands in one between variables; `open` and `close` are `%{` and `}`, with `name`, `colon` and texts between.
 * `end` is behind the last piece; a pattern that never ends is taken for the end, too. `fault` ends the pieces where
 * httpd gives up.
 */
export type TokenType =
  | 'true'
  | 'false'
  | 'and'
  | 'or'
  | 'not'
  | 'comparison'
  | 'regex-operator'
  | 'in'
  | 'test'
  | 'match'
  | 'concat'
  | 'number'
  | 'word'
  | 'bracket'
  | 'regex'
  | 'reference'
  | 'quote'
  | 'text'
  | 'open'
  | 'name'
  | 'colon'
  | 'close'
  | 'end'
  | 'fault';

/** What httpd's scanner gives up at. */
export type ScanFault =
  | 'character'
  | 'string-end'
  | 'variable-end'
  | 'variable-character'
  | 'quote-in-argument'
  | 'escape'
  | 'last-backslash';

export interface Token extends Span {
  readonly type: TokenType;
  readonly text: string;
  readonly fault?: ScanFault;
}

/** The last piece that passes a test. */
export function lastOf(tokens: readonly Token[], passes: (token: Token) => boolean): Token | undefined {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (passes(token)) return token;
  }
  return undefined;
}
