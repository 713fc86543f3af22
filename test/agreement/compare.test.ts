import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Step } from '../support/oracle/oracle.ts';
import { compare, type Expected, type Reported } from './compare.ts';
import { expectedOf } from './compared.ts';
import { casesOf } from './ownCases.ts';
import { keyOf, readRecords } from './records.ts';
import { recordsOfGroup } from './recordFiles.ts';

suite('a text that httpd accepts', () => {
  const { text, expected } = caseOf('if-else/else-separated-by-directive');

  test('agrees when nothing is found', () => {
    assert.equal(compare({ text }, expected, []), 'agrees');
  });

  test('agrees with warnings and advice', () => {
    const advice: readonly Reported[] = [
      { line: 1, severity: 'warning', code: 'value-ignored' },
      { line: 2, severity: 'info', code: 'directive-case' },
      { line: 3, severity: 'hint', code: 'dead-branch' },
    ];
    assert.equal(compare({ text }, expected, advice), 'agrees');
  });

  for (const step of ['configtest', 'start', 'request'] as const) {
    test(`has a false error when one promises a refusal at ${step}`, () => {
      assert.equal(compare({ text }, expected, [error(3, step)]), 'false-error');
    });
  }
});

suite('a text that httpd refuses', () => {
  const { text, expected } = caseOf('names/unknown');

  test('agrees with an error on that line', () => {
    assert.equal(compare({ text }, expected, [error(1)]), 'agrees');
  });

  test('is missed when nothing is found', () => {
    assert.equal(compare({ text }, expected, []), 'missed');
  });

  test('is missed by a warning on that line', () => {
    assert.equal(compare({ text }, expected, [{ line: 1, severity: 'warning', code: 'unknown-directive' }]), 'missed');
  });

  test('is missed by an error of a later step', () => {
    assert.equal(compare({ text }, expected, [error(1, 'start')]), 'missed');
    assert.equal(compare({ text }, expected, [error(1, 'request')]), 'missed');
  });

  test('is found elsewhere by an error on another line', () => {
    assert.equal(compare({ text }, expected, [error(2)]), 'elsewhere');
  });

  test('is found elsewhere when only the wrong step stands on the right line', () => {
    assert.equal(compare({ text }, expected, [error(1, 'start'), error(2)]), 'elsewhere');
  });
});

suite('an error that spreads', () => {
  const { text, expected } = caseOf('positions/first-of-two');

  test('agrees with one more error', () => {
    assert.equal(compare({ text }, expected, [error(1), error(2)]), 'agrees');
  });

  test('is too many with two more', () => {
    assert.equal(compare({ text }, expected, [error(1), error(1), error(2)]), 'too-many');
  });

  test('is too many on every line of a file', () => {
    const { text, expected } = caseOf('nesting-in-directory/RequireNone-in-RequireNone');
    const everywhere = text.split('\n').map((_, index) => error(index + 1));
    assert.equal(compare({ text }, expected, everywhere), 'too-many');
  });
});

suite('the line that counts', () => {
  test('is any physical line of the logical line', () => {
    const { text, expected } = caseOf('positions/opening-tag-over-three-lines');
    const outcomes = [1, 2, 3, 4].map((line) => compare({ text }, expected, [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'agrees', 'agrees', 'elsewhere']);
  });

  test('goes on over a CR before the line end', () => {
    const { text } = caseOf('lines/continuation-crlf');
    const outcomes = [1, 2, 3].map((line) => compare({ text }, refused(2), [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'agrees', 'elsewhere']);
  });

  test('ends at a backslash with no line end after it', () => {
    const { text, expected } = caseOf('lines/backslash-at-end-of-file');
    const outcomes = [1, 2].map((line) => compare({ text }, expected, [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'elsewhere']);
  });

  test('may be that of the tag at fault', () => {
    const { text, expected } = caseOf('skipped/unopened-close');
    const outcomes = [1, 2, 3].map((line) => compare({ text }, expected, [error(line)]));
    assert.deepEqual(outcomes, ['agrees', 'agrees', 'elsewhere']);
  });

  test('is any where httpd names none', () => {
    const { text, expected } = caseOf('positions/no-mpm-before-unknown');
    assert.equal(compare({ text }, expected, [error(1)]), 'agrees');
  });
});

suite('a text that httpd refuses in another file', () => {
  const texts = { text: 'Include a.conf\nServerName a\n', files: { 'a.conf': '\nServerAdmin \\\n a b\n' } };
  const expected: Expected = { refusedAt: 'configtest', lines: [3], file: 'a.conf' };

  test('agrees with an error on that logical line of that file', () => {
    assert.equal(compare(texts, expected, [{ ...error(2), file: 'a.conf' }]), 'agrees');
  });

  test('is found elsewhere by an error on another line, or in another file', () => {
    assert.equal(compare(texts, expected, [{ ...error(1), file: 'a.conf' }]), 'elsewhere');
    assert.equal(compare(texts, expected, [error(3)]), 'elsewhere');
    assert.equal(
      compare(texts, { refusedAt: 'configtest', lines: [2] }, [{ ...error(2), file: 'a.conf' }]),
      'elsewhere',
    );
  });
});

suite('a text that httpd refuses when it starts', () => {
  const expected: Expected = { refusedAt: 'start', lines: [1] };

  test('agrees with an error of that step', () => {
    assert.equal(compare({ text: 'Listen 1\n' }, expected, [error(1, 'start')]), 'agrees');
  });

  test('has a false error when one says that the configuration test refuses it', () => {
    assert.equal(compare({ text: 'Listen 1\n' }, expected, [error(1, 'configtest')]), 'false-error');
  });
});

suite('a text that httpd refuses for what the machine lacks', () => {
  const expected: Expected = { refusedAt: 'start', lines: [1], fault: 'environment' };

  test('agrees with an error, and with none', () => {
    for (const errors of [[], [error(1, 'start')], [error(2, 'start')]])
      assert.equal(compare({ text: 'Include a\nBogus\n' }, expected, errors), 'agrees');
  });

  test('has a false error when one promises a refusal at an earlier step', () => {
    assert.equal(compare({ text: 'Include a\nBogus\n' }, expected, [error(2)]), 'false-error');
  });
});

function error(line: number, refusedAt: Step = 'configtest'): Reported {
  return { line, severity: 'error', refusedAt, code: 'unknown-directive' };
}

function refused(line: number): Expected {
  return { refusedAt: 'configtest', lines: [line] };
}

function caseOf(id: string): { readonly text: string; readonly expected: Expected } {
  const [group = ''] = id.split('/');
  const found = casesOf(group).find((one) => one.id === id);
  assert.ok(found, `no case ${id}`);
  const verdict = readRecords(recordsOfGroup(group)).verdicts[keyOf(found)];
  assert.ok(verdict, `no verdict for ${id}`);
  return { text: found.input.text, expected: expectedOf(found, verdict) };
}
