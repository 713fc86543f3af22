import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { check } from '../support/check.ts';
import type { Reported } from './compare.ts';
import { falseErrors, faultyLines, foundLines, parseErrors, type CorpusVerdict } from './corpusVerdict.ts';
import { furtherFolder, furtherMissing } from './furtherCases.ts';
import { known } from './known.ts';
import { readText } from './readText.ts';
import { readTable } from './table.ts';

/** Of the lines that httpd refuses for their text (unknown directives apart), the share that must have an error. */
const floor = 0.48;

interface RealFile {
  readonly verdict: CorpusVerdict;
  readonly text: string;
  readonly findings: readonly Reported[];
}

suite('real files, as the real httpd judges them', { skip: furtherMissing }, () => {
  const files = furtherMissing === false ? realFiles() : [];

  test('no error on a line that httpd does not name', () => {
    const wrong = files.flatMap(({ verdict, text, findings }) =>
      falseErrors(text, verdict, findings).map(({ line, code }) => ({ at: `${verdict.path}:${line}`, code })),
    );
    const places = [...new Set(wrong.map(({ at }) => at))];
    assert.deepEqual(
      places.sort(),
      Object.keys(known.corpus).sort(),
      `${files.length} files; errors on lines that httpd does not name:\n${wrong.map(({ at, code }) => `${at} ${code}`).join('\n')}`,
    );
  });

  test('an error on the lines that httpd names', (t) => {
    const faulty = files.map((file) => ({ ...file, lines: faultyLines(file.verdict) }));
    const missed = faulty.flatMap(({ text, lines, findings, verdict }) => {
      const found = foundLines(text, lines, findings);
      return lines.filter((line) => !found.includes(line)).map((line) => `${verdict.path}:${line}`);
    });
    const all = faulty.reduce((sum, { lines }) => sum + lines.length, 0);
    const share = 1 - missed.length / all;
    t.diagnostic(`${files.length} files, ${all - missed.length} of ${all} faulty lines found (${share.toFixed(3)})`);
    assert.ok(share >= floor, `less than ${floor}; missed:\n${missed.join('\n')}`);
  });
});

function realFiles(): readonly RealFile[] {
  const rows = readTable(join(furtherFolder, 'corpus/verdicts.tsv'), ['path', 'mode', 'errors']);
  return rows.map(({ path, mode, errors }) => {
    const isHtaccess = mode === 'htaccess';
    const text = readText(join(furtherFolder, 'corpus/files', path));
    return {
      verdict: { path, refusedAt: isHtaccess ? 'request' : 'configtest', errors: parseErrors(errors) },
      text,
      findings: check(text, `file:///srv/httpd/${isHtaccess ? '.htaccess' : 'fragment.conf'}`, {
        context: isHtaccess ? 'htaccess' : 'server',
        modules: 'all',
      }),
    };
  });
}
