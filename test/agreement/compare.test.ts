import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Case } from './case.ts';
import { compare, type Reported, type Step, type Verdict } from './compare.ts';
import { casesOf, groups } from './ownCases.ts';

suite('a text that httpd accepts', () => {
  const { text, verdict } = caseOf('if-else/else-separated-by-directive');

  test('agrees when nothing is found', () => {
    assert.equal(compare(text, verdict, []), 'agrees');
  });

  test('agrees with warnings and advice', () => {
    const advice: readonly Reported[] = [
      { line: 1, severity: 'warning', code: 'value-ignored' },
      { line: 2, severity: 'info', code: 'directive-case' },
      { line: 3, severity: 'hint', code: 'dead-branch' },
    ];
    assert.equal(compare(text, verdict, advice), 'agrees');
  });

  for (const step of ['configtest', 'start', 'request'] as const) {
    test(`has a false error when one promises a refusal at ${step}`, () => {
      assert.equal(compare(text, verdict, [error(3, step)]), 'false-error');
    });
  }
});

suite('a text that httpd refuses', () => {
  const { text, verdict } = caseOf('names/unknown');

  test('agrees with an error on that line', () => {
    assert.equal(compare(text, verdict, [error(1)]), 'agrees');
  });

  test('is missed when nothing is found', () => {
    assert.equal(compare(text, verdict, []), 'missed');
  });

  test('is missed by a warning on that line', () => {
    assert.equal(compare(text, verdict, [{ line: 1, severity: 'warning', code: 'unknown-directive' }]), 'missed');
  });

  test('is missed by an error of a later step', () => {
    assert.equal(compare(text, verdict, [error(1, 'start')]), 'missed');
    assert.equal(compare(text, verdict, [error(1, 'request')]), 'missed');
  });

  test('is found elsewhere by an error on another line', () => {
    assert.equal(compare(text, verdict, [error(2)]), 'elsewhere');
  });

  test('is found elsewhere when only the wrong step stands on the right line', () => {
    assert.equal(compare(text, verdict, [error(1, 'start'), error(2)]), 'elsewhere');
  });
});

suite('an error that spreads', () => {
  const { text, verdict } = caseOf('positions/first-of-two');

  test('agrees with one more error', () => {
    assert.equal(compare(text, verdict, [error(1), error(2)]), 'agrees');
  });

  test('is too many with two more', () => {
    assert.equal(compare(text, verdict, [error(1), error(1), error(2)]), 'too-many');
  });

  test('is too many on every line of a file', () => {
    const { text, verdict } = caseOf('nesting-in-directory/RequireNone-in-RequireNone');
    const everywhere = text.split('\n').map((_, index) => error(index + 1));
    assert.equal(compare(text, verdict, everywhere), 'too-many');
  });
});

suite('the line that counts', () => {
  test('is any physical line of the logical line', () => {
    const { text, verdict } = caseOf('positions/opening-tag-over-three-lines');
    const outcomes = [1, 2, 3, 4].map((line) => compare(text, verdict, [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'agrees', 'agrees', 'elsewhere']);
  });

  test('goes on over a CR before the line end', () => {
    const { text } = caseOf('lines/continuation-crlf');
    const outcomes = [1, 2, 3].map((line) => compare(text, refused(2), [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'agrees', 'elsewhere']);
  });

  test('ends at a backslash with no line end after it', () => {
    const { text, verdict } = caseOf('lines/backslash-at-end-of-file');
    const outcomes = [1, 2].map((line) => compare(text, verdict, [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'elsewhere']);
  });

  test('may be that of the tag at fault', () => {
    const { text, verdict } = caseOf('skipped/unopened-close');
    const outcomes = [1, 2, 3].map((line) => compare(text, verdict, [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'agrees', 'elsewhere']);
  });

  test('is any where httpd names none', () => {
    const { text, verdict } = caseOf('positions/no-mpm-before-unknown');
    assert.equal(compare(text, verdict, [error(1)]), 'agrees');
  });
});

suite('a text that httpd refuses when it starts', () => {
  const verdict: Verdict = { refusedAt: 'start', lines: [1] };

  test('agrees with an error of that step', () => {
    assert.equal(compare('Listen 1\n', verdict, [error(1, 'start')]), 'agrees');
  });

  test('has a false error when one says that the configuration test refuses it', () => {
    assert.equal(compare('Listen 1\n', verdict, [error(1, 'configtest')]), 'false-error');
  });
});

function error(line: number, refusedAt: Step = 'configtest'): Reported {
  return { line, severity: 'error', refusedAt, code: 'unknown-directive' };
}

function refused(line: number): Verdict {
  return { refusedAt: 'configtest', lines: [line] };
}

function caseOf(id: string): Case {
  const found = groups()
    .flatMap(casesOf)
    .find((one) => one.id === id);
  assert.ok(found, `no case ${id}`);
  return found;
}
