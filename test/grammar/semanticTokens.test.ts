import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { lineStarts, positionAt } from '../support/lines.ts';
import { semanticTokens, type SemanticToken } from '../../server/src/engine/features/index.ts';
import { LEGEND } from '../../server/src/lsp/tokenLegend.ts';
import { evaluateText } from '../support/text.ts';
import { readFixture } from './carets.ts';
import { loadGrammar, tokenize, type Token } from './tokenizer.ts';

/** The grammar goes by the words of all vocabularies, tokens by where a word stands: here the name of a function. */
const KNOWN = ['early: method, constant.language.apacheconf in: <LuaHookFixups early>'];

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { readonly id: string; readonly superType: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

const { semanticTokenTypes, semanticTokenScopes } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest)
  .contributes;
const scopes = semanticTokenScopes[0]?.scopes ?? {};
const grammar = await loadGrammar();
const cases = process.env['HTCONF_CASES'] ?? '../shared';

/** What says only that something stands in quotes or in a pattern, which a token may say more exactly. */
const WEAK = /^(?:source|meta|punctuation|string\.quoted|string\.regexp)\b/;

/** The innermost scope that says what something is. */
function scopeOf({ scopes: all }: Token): string | undefined {
  return all.filter((scope) => !WEAK.test(scope)).at(-1);
}

/** The scope that a type of token stands for, without the name of the language. */
function scopeOfType(type: string): string {
  const path = scopes[type]?.[0] ?? '';
  return (path.split(' ').at(-1) ?? '').replace(/\.\w+$/, '');
}

/** Where grammar and tokens say different things of the same text, as one sentence each. */
function differences(text: string): string[] {
  const starts = lineStarts(text);
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).replace(/\r?\n$/, ''));
  const { tokens: byLine } = tokenize(grammar, lines);
  const { evaluation } = evaluateText(text);
  return semanticTokens(evaluation).flatMap((token) => {
    const { line } = positionAt(starts, token.span.start);
    return differing(token, byLine[line] ?? [], starts[line] ?? 0).map(
      (scope) => `${text.slice(token.span.start, token.span.end)}: ${token.type}, ${scope} in: ${lines[line] ?? ''}`,
    );
  });
}

function differing({ span, type }: SemanticToken, tokens: readonly Token[], lineStart: number): string[] {
  const wanted = scopeOfType(type);
  return tokens
    .filter(({ start, end }) => lineStart + start < span.end && span.start < lineStart + end)
    .flatMap((token) => scopeOf(token) ?? [])
    .filter((scope) => scope !== wanted && !scope.startsWith(`${wanted}.`));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && /\.conf$|\.htaccess$/.test(each.name))
    .map((each) => join(each.parentPath, each.name));
}

suite('tokens and grammar agree where both speak', () => {
  test('in the samples', () => {
    const files = filesIn('samples');
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.flatMap((file) => differences(readFileSync(file, 'utf8'))),
      [],
    );
  });

  for (const file of readdirSync('test/grammar/fixtures')) {
    test(`in ${file}`, () => {
      const { lines } = readFixture(readFileSync(join('test/grammar/fixtures', file), 'utf8'));
      const found = differences(lines.join('\n'));
      assert.deepEqual(
        found.filter((each) => !KNOWN.includes(each)),
        [],
      );
    });
  }

  const corpus = join(cases, 'corpus/files');
  const skip = existsSync(corpus) ? false : `${corpus} is not there; HTCONF_CASES names the folder with further cases`;
  test('in configurations that people have written', { skip }, () => {
    const found = filesIn(corpus).flatMap((file) => differences(readFileSync(file, 'latin1')));
    assert.deepEqual(found, []);
  });
});

suite('types of tokens', () => {
  test('each has scopes, and those that are not standard are declared', () => {
    assert.deepEqual(Object.keys(scopes), LEGEND.tokenTypes);
    const own = semanticTokenTypes.map(({ id }) => id);
    assert.deepEqual(
      LEGEND.tokenTypes.filter((type) => type.startsWith('regexp') && type !== 'regexp'),
      own,
    );
  });

  test('a difference is found', () => {
    assert.deepEqual(differences('RewriteEngine On\n'), []);
    assert.deepEqual(
      differing(
        { span: { start: 0, end: 2 }, type: 'number' },
        [{ start: 0, end: 2, scopes: ['source.x', 'constant.language.x'] }],
        0,
      ),
      ['constant.language.x'],
    );
  });
});
