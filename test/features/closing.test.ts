import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import { dueClosingTag } from '../../server/src/engine/features/index.ts';
import { evaluateText, splitAtCursor } from '../support/text.ts';

/** Checks the text once a `>` was typed in front of the mark; without `expected` it stays as it is. */
function checkClosing(marked: string, expected?: string): void {
  const { text, offset } = splitAtCursor(marked);
  const { snapshot, evaluation } = evaluateText(text);
  const due = dueClosingTag(snapshot, evaluation, offset);
  assert.equal(due && applyEdits(text, [due.edit]), expected);
}

suite('the closing tag that comes by itself', () => {
  test('behind an opening tag, in the next line', () => {
    checkClosing('<Directory "/srv">‸\n', '<Directory "/srv">\n</Directory>\n');
    checkClosing('<RequireAll>‸', '<RequireAll>\n</RequireAll>');
    checkClosing('<If "a > b">‸\n', '<If "a > b">\n</If>\n');
    checkClosing(
      '<VirtualHost *:80>\r\n\t<directory /srv>‸\r\n</VirtualHost>\r\n',
      ['<VirtualHost *:80>', '\t<directory /srv>', '\t</directory>', '</VirtualHost>', ''].join('\r\n'),
    );
    checkClosing('<Macro m>\n<Files a>‸\n</Macro>\n', '<Macro m>\n<Files a>\n</Files>\n</Macro>\n');
  });

  test('of a tag that goes over lines', () => {
    checkClosing(
      '<VirtualHost \\\n  *:80>‸\nServerName a\n',
      '<VirtualHost \\\n  *:80>\n</VirtualHost>\nServerName a\n',
    );
  });

  test('not where it is there', () => {
    checkClosing('<Directory /srv>‸\nOptions None\n</Directory>\n');
    checkClosing('<If a>\n<Directory /srv>‸\n</Directory>\n</If>\n');
    checkClosing('<Directory /a>‸\n<Directory /b>\n</Directory>\n</Directory>\n');
  });

  test('one of another section is not its own', () => {
    checkClosing('<Files a>‸\n<Files b>\n</Files>\n', '<Files a>\n</Files>\n<Files b>\n</Files>\n');
    checkClosing('<If a>\n<Files a>‸\n</If>\n</Files>\n', '<If a>\n<Files a>\n</Files>\n</If>\n</Files>\n');
  });

  test('not in comments, programs, quotes and words', () => {
    checkClosing('# <Directory /srv>‸\n');
    checkClosing('<Perl>\n<Directory /srv>‸\n</Perl>\n');
    checkClosing('<If "%{REQUEST_URI} >‸\n');
    checkClosing('<IfVersion >‸\n');
    checkClosing('<If %{A} >‸\n');
    checkClosing('LogFormat "%h %>‸s"\n');
    checkClosing('</Directory>‸\n');
    checkClosing('<Directory /srv>‸ Options\n');
    checkClosing('<Directory /srv‸>\n');
    checkClosing('<>‸\n');
    checkClosing('>‸\n');
  });
});
