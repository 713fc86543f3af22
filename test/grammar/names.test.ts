import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEntries } from '../../server/src/engine/catalogue/catalogue.ts';
import { hasScope } from './carets.ts';
import { loadGrammar, tokenize } from './tokenizer.ts';

const grammar = await loadGrammar();
const entries = [...allEntries()];

/** The two kinds of names: the lines that show one, and its scopes. */
const kinds = [
  {
    kind: 'directive',
    names: namesOf(false),
    lines: (name: string) => [name, `  ${name} x`, `"${name}" x`],
    known: 'support.function.directive',
    unknown: 'meta.unknown.directive',
  },
  {
    kind: 'section',
    names: namesOf(true),
    lines: (name: string) => [`<${name} x>`, `<${name}>`, `  </${name}>`],
    known: 'entity.name.tag.section',
    unknown: 'meta.unknown.section',
  },
];

function namesOf(section: boolean): string[] {
  return entries.filter((entry) => entry.section === section).flatMap((entry) => entry.spellings);
}

/** The scope of exactly `name` in `line`, out of two; none where a token ends inside it or it has neither. */
function scopeOf(line: string, name: string, scopes: readonly string[]): string | undefined {
  const start = line.indexOf(name);
  const token = tokenize(grammar, [line]).tokens[0]?.find((each) => each.start === start);
  if (token?.end !== start + name.length) return undefined;
  return scopes.find((scope) => hasScope(token, scope));
}

/** Every word that comes from `name` by typing one letter twice, or not at all. */
function slips(name: string): string[] {
  const letters = [...name];
  return letters.flatMap((letter, at) => [
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + name.slice(at + 1),
  ]);
}

for (const { kind, names, lines, known, unknown } of kinds) {
  test(`every ${kind} of the catalogue has its scope, in any letter case`, () => {
    assert.ok(names.length > 30);
    const missed = names
      .flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()])
      .filter((name) => lines(name).some((line) => scopeOf(line, name, [known, unknown]) !== known));
    assert.deepEqual(missed, []);
  });

  test(`a misspelt ${kind} has another scope`, () => {
    const right = new Set(names.map((name) => name.toLowerCase()));
    const wrong = new Set(names.flatMap(slips).filter((name) => name !== '' && !right.has(name.toLowerCase())));
    const line = (name: string) => lines(name)[0] ?? '';
    assert.deepEqual(
      [...wrong].filter((name) => scopeOf(line(name), name, [known, unknown]) !== unknown),
      [],
    );
  });
}
