import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar, StateStack } from 'vscode-textmate';

/** A piece of a line with its scopes, `source.apacheconf` first. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export interface Tokenized {
  /** For each line. */
  readonly tokens: readonly (readonly Token[])[];
  /** How many rules are still open behind the last line; 0: none. */
  readonly open: number;
  /** The first line that took longer than the limit, counted from 0. */
  readonly stoppedEarly: number | undefined;
}

/**
 * Milliseconds after which the rest of a line stays without colours: twenty times what VS Code grants, because the
 * machine may be busy. A pattern that goes astray needs far longer.
 */
const lineLimit = 10_000;

/** Stands in for the grammar of another language: a bracket stays open until it is closed, as a quote would. */
function standIn(language: string): IRawGrammar {
  const patterns = [{ begin: '\\[\\[', end: '\\]\\]', name: `string.other.${language}` }];
  return { scopeName: `source.${language}`, patterns, repository: {} } as unknown as IRawGrammar;
}

function grammarFile(): IRawGrammar {
  const path = 'syntaxes/apacheconf.tmLanguage.json';
  return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
}

const rawGrammars: ReadonlyMap<string, () => IRawGrammar> = new Map([
  ['source.apacheconf', grammarFile],
  ['source.lua', () => standIn('lua')],
  ['source.perl', () => standIn('perl')],
]);

/** The project's grammar, loaded as VS Code loads it. */
export async function loadGrammar(): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(join('node_modules', 'vscode-oniguruma', 'release', 'onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => Promise.resolve(rawGrammars.get(scope)?.()),
  });
  const grammar = await registry.loadGrammar('source.apacheconf');
  if (!grammar) throw new Error('the grammar is not there');
  return grammar;
}

export function tokenize(grammar: IGrammar, lines: readonly string[]): Tokenized {
  let state: StateStack = textmate.INITIAL;
  let stoppedEarly: number | undefined;
  const tokens = lines.map((line, index) => {
    const result = grammar.tokenizeLine(line, state, lineLimit);
    if (result.stoppedEarly) stoppedEarly ??= index;
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({ start: startIndex, end: endIndex, scopes }));
  });
  return { tokens, open: lines.length === 0 ? 0 : state.depth - 1, stoppedEarly };
}

/** The lines of a file; behind one that ends in a backslash nothing comes, which ends it for httpd too. */
export function linesOf(text: string): string[] {
  return `${text}\n`.split(/\r\n|\r|\n/);
}
