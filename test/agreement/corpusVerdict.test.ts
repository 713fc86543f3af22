import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Step } from '../support/oracle/oracle.ts';
import type { Reported } from './compare.ts';
import { falseErrors, faultyLines, foundLines, parseErrors, type CorpusVerdict } from './corpusVerdict.ts';

const text = 'ServerName \\\n  a b\nBogus\nServerAdmin a\n';

suite('errors in real files', () => {
  test('are false on a file that httpd accepts', () => {
    assert.deepEqual(linesOf(falseErrors(text, verdict(''), [error(3)])), [3]);
  });

  test('are false on a line that httpd does not name', () => {
    const found = [error(1), error(3), error(4)];
    assert.deepEqual(linesOf(falseErrors(text, verdict('2:config:arg-count 3:config:unknown-command'), found)), [4]);
  });

  test('are false at another step than that at which httpd refuses', () => {
    const found = [error(3, 'start'), error(3)];
    assert.equal(falseErrors(text, verdict('3:config:unknown-command'), found).length, 1);
    assert.equal(falseErrors(text, verdict('3:config:unknown-command', 'request'), found).length, 2);
  });

  test('may stand anywhere where httpd names no line', () => {
    assert.deepEqual(falseErrors(text, verdict('None:config:regex'), [error(4)]), []);
  });

  test('may stand in a macro whose use httpd names', () => {
    const macros = '<Macro A>\nUse b\n</Macro>\n<Macro B>\nBogus\n</Macro>\nUse A\nServerName a\n';
    const found = [error(5), error(8)];
    assert.deepEqual(linesOf(falseErrors(macros, verdict('7:config:unknown-command'), found)), [8]);
    assert.deepEqual(linesOf(falseErrors(macros, verdict('8:config:arg-count'), found)), [5]);
    assert.deepEqual(foundLines(macros, [7, 8], [error(5)]), [7]);
  });

  test('are no other findings', () => {
    assert.deepEqual(falseErrors(text, verdict(''), [{ line: 3, severity: 'warning', code: 'unknown-directive' }]), []);
  });
});

suite('faulty lines of real files', () => {
  test('are those of the text, once each, without unknown directives', () => {
    const errors = '2:config:arg-count 2:config:other 3:config:unknown-command 4:environment:file-missing';
    assert.deepEqual(faultyLines(verdict(errors)), [2]);
  });

  test('are found by an error on the same logical line', () => {
    assert.deepEqual(foundLines(text, [2, 4], [error(1)]), [2]);
  });

  test('are not found by a warning', () => {
    assert.deepEqual(foundLines(text, [2], [{ line: 2, severity: 'warning', code: 'argument-count' }]), []);
  });
});

function verdict(errors: string, refusedAt: Step = 'configtest'): CorpusVerdict {
  return { path: 'a.conf', refusedAt, errors: parseErrors(errors) };
}

function error(line: number, refusedAt: Step = 'configtest'): Reported {
  return { line, severity: 'error', refusedAt, code: 'unknown-directive' };
}

function linesOf(findings: readonly Reported[]): readonly number[] {
  return findings.map(({ line }) => line);
}
