import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compareCase, type Compared } from './compared.ts';
import { explain } from './explain.ts';
import { furtherCases, furtherMissing } from './furtherCases.ts';
import { disagreements, known, knownOutcomes } from './known.ts';

/** Families of cases of which each is compared: about files, variables, macros, modules, contexts, the order of reading, */
const WHOLE = 'inc def mac mod mpm nest nestd ctx ovr ovrl ord ror rtc'.split(' ');

/** and about arguments: numbers, redirects, mod_rewrite, regular expressions, expressions. */
const ARGUMENTS = 'arg val al rw re expr exprs'.split(' ');

suite('further cases', { skip: furtherMissing }, () => {
  const compared = furtherMissing ? [] : furtherCases().map(({ case: one, expected }) => compareCase(one, expected));

  test('no error where httpd has none', (t) => {
    t.diagnostic(`${compared.length} cases`);
    const wrong = compared.filter(({ outcome }) => outcome === 'false-error');
    assert.equal(wrong.length, 0, explain(wrong));
  });

  test('what the whole configuration and arguments decide', (t) => {
    const families = compared
      .filter((one) => [...WHOLE, ...ARGUMENTS].includes(one.case.group))
      .filter((one) => !isForStart(one));
    const found = disagreements(families);
    t.diagnostic(`${families.length - Object.keys(found).length} of ${families.length} agree`);
    assert.deepEqual(found, knownOutcomes(known.further), explain(families));
  });
});

/** The cases say what `-t` finds: what a start refuses behind its back is found by other suites. */
function isForStart({ expected, outcome }: Compared): boolean {
  return expected.refusedAt === 'start' && outcome === 'missed';
}
