import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isWhereExpected } from './compare.ts';
import { compareAll, compareCase, type Compared } from './compared.ts';
import { explain } from './explain.ts';
import { furtherCases, furtherMissing } from './furtherCases.ts';
import { casesOf, groups } from './ownCases.ts';
import { recordsOfGroup } from './recordFiles.ts';
import { readRecords } from './records.ts';

suite('of several errors the one that is said to be printed is the one that httpd prints', () => {
  const own = groups().flatMap((group) => compareAll(casesOf(group), readRecords(recordsOfGroup(group))));

  test('in our cases', (t) => {
    t.diagnostic(`${String(agree(own))} cases with a mark`);
  });

  test('in each of the cases that are about this', () => {
    const unmarked = own.filter((one) => one.case.group === 'first-error' && marks(one).length === 0);
    assert.deepEqual(
      unmarked.map((one) => one.case.id),
      [],
    );
  });

  test('in the further cases', { skip: furtherMissing }, (t) => {
    const compared = furtherCases().map(({ case: one, expected }) => compareCase(one, expected));
    t.diagnostic(`${String(agree(compared))} cases with a mark`);
  });
});

/** The errors that are said to be the one that httpd prints. */
function marks({ findings }: Compared) {
  return findings.filter(({ why }) => why?.includes('`httpd -t` stops at this error') ?? false);
}

/** How many have a mark; all of them have one at most, and where httpd names a line that htconf finds, it is there. */
function agree(compared: readonly Compared[]): number {
  const marked = compared.filter((one) => marks(one).length > 0);
  const wrong = marked.filter((one) => {
    const [mark, second] = marks(one);
    const isFound = one.outcome !== 'missed' && one.outcome !== 'elsewhere' && one.expected.fault === undefined;
    return second !== undefined || (isFound && mark && !isWhereExpected(one.case.input, one.expected, mark));
  });
  assert.equal(wrong.length, 0, explain(wrong));
  return marked.length;
}
