import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { test } from 'node:test';
import { textReport } from '../../server/src/cli/report/text.ts';
import { shownOf } from './shown.ts';

const SHOWN = shownOf({});

test('on a terminal it is the same text, with colours', () => {
  const plain = textReport([SHOWN], { files: 1, fixed: 0 }, false);
  const coloured = textReport([SHOWN], { files: 1, fixed: 0 }, true);
  assert.match(coloured, /\x1b\[31merror\x1b\[0m/); // eslint-disable-line no-control-regex -- this is a colour
  assert.notEqual(coloured, plain);
  assert.equal(stripVTControlCharacters(coloured), plain);
});

test('every part has its line', () => {
  assert.deepEqual(textReport([SHOWN], { files: 2, fixed: 3 }, false).split('\n'), [
    'httpd.conf:3:2 error No. [unknown-directive]',
    '    Because.',
    '      3 | \tListn 80',
    '        | \t^^^^^',
    '    a.conf:1:2: There.',
    '    fix: Change to Listen',
    '',
    'Made 3 safe changes.',
    '1 error in 2 files.',
    '',
  ]);
});

test('a mark that goes on over the line ends with it, and an empty one is one sign wide', () => {
  const marks = (endLine: number, endColumn: number) =>
    /\| \t(\^+)/.exec(textReport([shownOf({ endLine, endColumn })], { files: 1, fixed: 0 }, false))?.[1];
  assert.equal(marks(4, 1), '^'.repeat('Listn 80'.length));
  assert.equal(marks(3, 2), '^');
});
