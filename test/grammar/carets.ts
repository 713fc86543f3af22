import type { Token } from './tokenizer.ts';

/** What a fixture says about a part of a line. Columns count from 0, `end` is exclusive. */
interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export interface Fixture {
  readonly lines: readonly string[];
  readonly expectations: readonly Expectation[];
}

/** The line of carets under a line: `#   ^^^^ scope`, or `#<-- scope` for its first columns. */
const carets = /^#(?:(?<blanks> *)(?<marks>\^+)|<(?<dashes>-*)) (?<scopes>.+)$/;

/**
 * Reads a fixture: lines of configuration and beneath each what is expected of its parts. A scope must be on every
 * token of the part, one with `!` on none; `-` stands for no scope at all. `string` stands for `string.quoted` too.
 */
export function readFixture(text: string): Fixture {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const each of text.split('\n')) {
    const { blanks = '', marks, dashes = '', scopes } = carets.exec(each)?.groups ?? {};
    if (scopes === undefined) {
      lines.push(each);
      continue;
    }
    const start = marks === undefined ? 0 : 1 + blanks.length;
    const end = marks === undefined ? 1 + dashes.length : start + marks.length;
    expectations.push({ line: lines.length - 1, start, end, scopes: scopes.split(' ') });
  }
  return { lines, expectations };
}

/** What the tokens do not do of what a fixture expects, one sentence each. */
export function unmet(fixture: Fixture, tokens: readonly (readonly Token[])[]): string[] {
  return fixture.expectations.flatMap(({ line, start, end, scopes }) => {
    const text = fixture.lines[line] ?? '';
    const part = (tokens[line] ?? []).filter((token) => token.start < end && token.end > start);
    const wrong =
      end > text.length ? ['the carets reach beyond the line'] : scopes.filter((scope) => !holds(scope, part));
    if (wrong.length === 0) return [];
    const found = part.map((token) => `${text.slice(token.start, token.end)}: ${token.scopes.join(' ')}`);
    return [`${text}\n  ${text.slice(start, end)}: expected ${wrong.join(' ')}\n    ${found.join('\n    ')}`];
  });
}

function holds(scope: string, part: readonly Token[]): boolean {
  if (scope === '-') return part.every((token) => token.scopes.length === 1);
  if (scope.startsWith('!')) return !part.some((token) => hasScope(token, scope.slice(1)));
  return part.length > 0 && part.every((token) => hasScope(token, scope));
}

/** True where the token has the scope or a narrower one, as themes see it. */
export function hasScope(token: Token, scope: string): boolean {
  return token.scopes.some((each) => each === scope || each.startsWith(`${scope}.`));
}
