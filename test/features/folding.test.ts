import { suite, test } from 'node:test';
import { checkFolding } from '../support/outline.ts';

suite('folding', () => {
  test('sections without their closing tags', () => {
    checkFolding('<VirtualHost *:80>\nListen 80\n<Files x>\n\n</Files>\n</VirtualHost>\n', ['1-5', '3-4']);
  });

  test('an empty section has nothing to hide', () => {
    checkFolding('<Files x>\n</Files>\n', []);
    checkFolding('<Files \\\n  x>\n</Files>\n', ['1-2']);
  });

  test('runs of comment lines', () => {
    checkFolding('# a\n# b\n\n# c\nListen 80\n  # d\n  # e', ['1-2 comment', '6-7 comment']);
    checkFolding('# a \\\nstill a comment\n', ['1-2 comment']);
  });

  test('continued lines', () => {
    checkFolding('Listen 80\nOptions \\\n  Indexes \\\n  Includes\n', ['2-4']);
  });

  test('sections that are not closed, or that cross, are not folded', () => {
    checkFolding('<Files x>\nListen 80\n', []);
    checkFolding('<IfModule a>\n<Files x>\n\n</IfModule>\nListen 80\n</Files>\n', ['1-3']);
  });

  test('regions, with what they hold', () => {
    checkFolding('# region Hosts\nListen 80\n#region\nListen 81\n#endregion\n# endregion\n', [
      '1-6 region',
      '3-5 region',
    ]);
    checkFolding('# a\n# b\n# region\n# c\n# d\n# endregion', ['1-2 comment', '3-6 region', '4-5 comment']);
    checkFolding('# endregion\n# region\n', []);
  });

  test('CRLF line ends', () => {
    checkFolding('<Files x>\r\nListen 80\r\n</Files>\r\n# a\r\n# b\r\n', ['1-2', '4-5 comment']);
  });

  test('an empty file', () => {
    checkFolding('', []);
  });
});
