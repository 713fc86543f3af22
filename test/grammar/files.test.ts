import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasScope } from './carets.ts';
import { linesOf, loadGrammar, tokenize } from './tokenizer.ts';

const grammar = await loadGrammar();
const cases = process.env['HTCONF_CASES'] ?? '../shared';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

/** What is wrong with a whole file. A block of another language without closing tag goes on to its end. */
function faultOf(file: string): string | undefined {
  const { tokens, open, stoppedEarly } = tokenize(grammar, linesOf(readFileSync(file, 'latin1')));
  if (stoppedEarly !== undefined) return `${file}:${String(stoppedEarly + 1)}: takes too long`;
  const last = tokens.at(-1)?.[0];
  if (open === 0 || (last && hasScope(last, 'meta.embedded.block'))) return undefined;
  return `${file}: something is still open at its end`;
}

function checkFiles(files: readonly string[]): void {
  assert.ok(files.length > 0, 'there is no file');
  assert.deepEqual(
    files.map(faultOf).filter((fault) => fault !== undefined),
    [],
  );
}

test('every sample ends with nothing open', () => {
  checkFiles(filesIn('samples'));
});

for (const folder of ['corpus/files', 'httpd/cases']) {
  const path = join(cases, folder);
  const skip = existsSync(path) ? false : `${path} is not there; HTCONF_CASES names the folder with further cases`;
  test(`every file of ${folder} ends with nothing open`, { skip }, () => {
    checkFiles(filesIn(path));
  });
}

/** Starts of lines that lead to each of the small languages. */
const starts = [
  ...['# ', 'Options ', 'Options', 'Foo ', 'Require ', 'Require expr ', 'RewriteRule ', 'RewriteCond ', 'SSLRequire '],
  ...['RewriteCond expr ', 'AliasMatch ', 'SetEnvIf a ', 'SetEnvIfExpr ', 'CustomLog a ', 'Define ', 'Use ', '$a', '"'],
  ...[
    '<If ',
    '<IfDefine ',
    '<IfVersion ',
    '<Directory ',
    '<Directory ~ ',
    '<FilesMatch ',
    '<Macro ',
    '<Foo ',
    '</',
    '<',
  ],
];

const pieces = [...'"\'\\<>${}%[](){}|!=~^*?,.:;/#-+ab1 \t', '%{A}', '${A}', '$1', '=~', 'm#', 'expr=', '[L,', '\\"'];

test('whatever a line leaves open ends with it', () => {
  const rest = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
  const line = fc.tuple(fc.constantFrom(...starts), rest).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const { tokens, open } = tokenize(grammar, [...lines, '', 'Listen 80']);
      assert.equal(open, 0);
      assert.ok(tokens.at(-1)?.[0]?.scopes.includes('support.function.directive.apacheconf'));
    }),
    { numRuns: 3000 },
  );
});
