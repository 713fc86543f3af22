import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkRegex } from '../../server/src/engine/kinds/regex/check.ts';
import { exampleCases } from '../agreement/exampleCases.ts';
import { furtherCases, furtherMissing } from '../agreement/furtherCases.ts';
import { casesOf, groups } from '../agreement/ownCases.ts';
import { realFiles } from '../agreement/realFiles.ts';
import { readTable } from '../engine/readTable.ts';
import { findPcre2, type Pcre2 } from '../support/pcre2.ts';
import { chanceFrom, mutantsOf } from './mutants.ts';
import { patternsOf } from './patternsOf.ts';

const pcre2 = await findPcre2();
const missing = pcre2 ? false : 'no pcre2test; Debian and Ubuntu have it in the package pcre2-utils';

/** Some cases are about lines that are too long; and an empty pattern means something else to the program that is asked. */
const LONGEST = 500;

suite('PCRE2 itself and htconf', { skip: missing }, () => {
  const own = [...groups().flatMap(casesOf), ...exampleCases()].map(({ input }) => input.text);
  const table = readTable('regex').map(({ text }) => text);
  const patterns = distinct([...own.flatMap(patternsOf), ...table]);

  test('agree on the patterns of all cases and pages', (t) => {
    agree(patterns);
    t.diagnostic(`${String(patterns.length)} patterns, PCRE2 ${asked().version}`);
  });

  test('agree on those of the further cases and files', { skip: furtherMissing }, (t) => {
    const texts = [...furtherCases().map(({ case: { input } }) => input.text), ...realFiles().map(({ text }) => text)];
    const further = distinct(texts.flatMap(patternsOf));
    agree(further);
    t.diagnostic(`${String(further.length)} patterns`);
  });

  test('find the same faults of one character', (t) => {
    const chance = chanceFrom(20_261_125);
    const refusals = asked().refusals(patterns);
    const valid = patterns.filter((_, index) => refusals[index] === undefined);
    const mutants = distinct(valid.flatMap((pattern) => mutantsOf(pattern, chance)));
    const { refused, found } = agree(mutants);
    t.diagnostic(`${String(found)} of ${String(refused)} found, among ${String(mutants.length)} patterns`);
    assert.ok(found >= 0.95 * refused);
  });
});

function asked(): Pcre2 {
  assert.ok(pcre2);
  return pcre2;
}

function distinct(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns)].filter((pattern) => pattern !== '' && pattern.length <= LONGEST);
}

/** No pattern that PCRE2 takes has a fault; how many of the others have one. */
function agree(patterns: readonly string[]): { refused: number; found: number } {
  const refusals = asked().refusals(patterns);
  const isFaulty = patterns.map((pattern) => checkRegex(pattern).fault !== undefined);
  const wrong = patterns.filter((_, index) => isFaulty[index] && refusals[index] === undefined);
  assert.deepEqual(wrong, [], 'PCRE2 takes these');
  const refused = refusals.filter((refusal) => refusal !== undefined).length;
  return { refused, found: isFaulty.filter((faulty) => faulty).length };
}
