import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { falseErrors } from './corpusVerdict.ts';
import { furtherMissing } from './furtherCases.ts';
import { known } from './known.ts';
import { faultyLinesOf, realFiles } from './realFiles.ts';

/** Of the lines that httpd refuses for their text (unknown directives apart), the share that must have an error. */
const floor = 0.6;

suite('real files, as the real httpd judges them', { skip: furtherMissing }, () => {
  const files = furtherMissing === false ? realFiles() : [];

  test('no error on a line that httpd does not name', () => {
    const wrong = files.flatMap(({ verdict, text, findings }) =>
      falseErrors(text, verdict, findings).map(({ line, code }) => ({ at: `${verdict.path}:${line}`, code })),
    );
    const places = [...new Set(wrong.map(({ at }) => at))];
    assert.deepEqual(
      places.sort(),
      known.corpus.flatMap(({ ids }) => ids).sort(),
      `${files.length} files; errors on lines that httpd does not name:\n${wrong.map(({ at, code }) => `${at} ${code}`).join('\n')}`,
    );
  });

  test('an error on the lines that httpd names', (t) => {
    const { all, missed } = faultyLinesOf(files);
    const share = 1 - missed.length / all;
    t.diagnostic(`${files.length} files, ${all - missed.length} of ${all} faulty lines found (${share.toFixed(3)})`);
    assert.ok(share >= floor, `less than ${floor}; missed:\n${missed.join('\n')}`);
  });
});
