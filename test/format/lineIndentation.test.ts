import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import { indentLine } from '../../server/src/engine/format/lineIndentation.ts';
import { lexLines, type Line, type LineForm } from '../../server/src/engine/syntax/line.ts';
import { openFile, type SourceFile } from '../../server/src/engine/syntax/sourceFile.ts';
import { splitAtCursor } from '../support/text.ts';
import { casesOf } from './cases.ts';

const UNIT = '    ';

/** Checks the text once the line at the mark is indented. */
function checkIndent(marked: string, expected: string): void {
  const { text, offset } = splitAtCursor(marked);
  const edit = indentLine(openFile('file:///a.conf', 1, text, 4), offset, UNIT);
  assert.equal(edit ? applyEdits(text, [edit]) : text, expected);
}

suite('indenting a line while it is typed', () => {
  test('a new line in a section', () => {
    checkIndent('<Directory /srv>\n‸\n</Directory>\n', '<Directory /srv>\n    \n</Directory>\n');
    checkIndent('<If a>\n    <If b>\n‸\n    </If>\n</If>\n', '<If a>\n    <If b>\n        \n    </If>\n</If>\n');
    checkIndent('<If a>\r\nOptions‸\r\n</If>\r\n', '<If a>\r\n    Options\r\n</If>\r\n');
  });

  test('a new line outside of sections', () => {
    checkIndent('Listen 80\n    ‸\n', 'Listen 80\n\n');
    checkIndent('<If a>\n</If>\n    ‸', '<If a>\n</If>\n');
    checkIndent('‸', '');
  });

  test('a section that is not closed yet', () => {
    checkIndent('<Directory /srv>\n‸', '<Directory /srv>\n    ');
    checkIndent('<Directory /srv>\n    Options None\n    ‸', '<Directory /srv>\n    Options None\n    ');
    checkIndent('<IfModule a>\nOptions None\n‸', '<IfModule a>\nOptions None\n');
    checkIndent('<If a>\n    <If b>\n‸\n</If>\n', '<If a>\n    <If b>\n        \n</If>\n');
  });

  test('a closing tag goes back to its opening tag', () => {
    checkIndent('<If a>\n    <If b>\n        </If>‸\n</If>\n', '<If a>\n    <If b>\n    </If>\n</If>\n');
    checkIndent('  <If a>\n      </If>‸', '  <If a>\n  </If>');
    checkIndent('    </If>‸\n', '    </If>\n');
  });

  test('lines follow the tag around them where a file is indented in another way', () => {
    checkIndent('  <If a>\n‸\n  </If>\n', '  <If a>\n      \n  </If>\n');
  });

  test('a directive that goes on stands one level further in, then as the line before', () => {
    checkIndent('ServerAlias a \\\n‸', 'ServerAlias a \\\n    ');
    checkIndent('ServerAlias a \\\n‸b\n', 'ServerAlias a \\\n    b\n');
    checkIndent('ServerAlias a \\\n      b \\\n‸\n', 'ServerAlias a \\\n      b \\\n      \n');
    checkIndent('ServerAlias a \\\r\n‸', 'ServerAlias a \\\r\n    ');
  });

  test('blanks are not put where they would be a part of a word', () => {
    checkIndent('ErrorDocument 404 "a \\\n‸b"\n', 'ErrorDocument 404 "a \\\nb"\n');
    checkIndent('ErrorDocument 404 "a \\\n‸', 'ErrorDocument 404 "a \\\n');
    checkIndent('ServerAlias a\\\n‸b\n', 'ServerAlias a\\\nb\n');
    checkIndent('# a \\\n‸b\n', '# a \\\nb\n');
  });

  test('macros are configuration, programs are not', () => {
    checkIndent('<Macro m>\n‸\n</Macro>\n', '<Macro m>\n    \n</Macro>\n');
    checkIndent('<Perl>\n  ‸\n</Perl>\n', '<Perl>\n  \n</Perl>\n');
  });

  test('what is formatted stands right, line by line', () => {
    const whole = casesOf('indentation.txt')
      .map(({ after }) => after)
      .filter(isClosed);
    assert.ok(whole.length > 5);
    for (const text of whole) {
      const file = openFile('file:///a.conf', 1, text);
      const edits = linesOf(file).map((start) => indentLine(file, start, UNIT));
      assert.deepEqual(edits.filter(Boolean), [], text);
    }
  });
});

/** Whether every section has an end: before it has one, a line is indented in hope of it. */
function isClosed(text: string): boolean {
  return lexLines(text).filter(isTag('open')).length === lexLines(text).filter(isTag('close')).length;
}

function isTag(form: LineForm): (line: Line) => boolean {
  return (line) => line.form === form;
}

/** Offsets of the logical lines that are not blank. */
function linesOf({ chunks }: SourceFile): number[] {
  let offset = 0;
  return chunks
    .flatMap(({ lines }) => lines)
    .flatMap(({ raw, form }) => {
      const start = offset;
      offset += raw.length;
      return form === 'blank' ? [] : [start];
    });
}
