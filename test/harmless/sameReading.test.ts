import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { firstDifference, readingOfDump, readingOfText } from './sameReading.ts';

suite('two texts', () => {
  test('say the same with other blanks in front, behind and between words', () => {
    same('<Location /a>\nOptions None\n</Location>\n', '<Location   /a>\n\tOptions  None \n</Location>\n\n');
  });

  test('say the same with other comments', () => {
    same('# a\nServerName a\n', 'ServerName a\n# b\n');
  });

  test('say the same with a continued line on one line', () => {
    same('Options \\\n  Indexes \\\n  FollowSymLinks\n', 'Options Indexes FollowSymLinks\n');
  });

  test('do not say the same with other blanks in quotes', () => {
    differ('ErrorDocument 404 "a b"\n', 'ErrorDocument 404 "a  b"\n');
    differ('RewriteRule a\\ b c\n', 'RewriteRule a\\  b c\n');
  });

  test('do not say the same without quotes', () => {
    differ('ServerName "a"\n', 'ServerName a\n');
  });

  test('do not say the same where a join loses its blank', () => {
    differ('Options Indexes \\\nFollowSymLinks\n', 'Options Indexes\\\nFollowSymLinks\n');
  });

  test('do not say the same in another order, or with a line less', () => {
    differ('ServerName a\nServerAdmin b\n', 'ServerAdmin b\nServerName a\n');
    differ('ServerName a\nServerAdmin b\n', 'ServerName a\n');
    differ('ServerName a\n', 'ServerName a\nServerAdmin b\n');
  });
});

suite('names in another letter case', () => {
  test('count where they are to stay', () => {
    differ('servername a\n', 'ServerName a\n');
  });

  test('do not count where they may change', () => {
    same('servername a\n<location /a>\n</location>\n', 'ServerName a\n<Location /a>\n</Location>\n', true);
  });

  test('count in arguments', () => {
    differ('ServerName a\n', 'ServerName A\n', true);
    differ('<Location /a>\n', '<Location /A>\n', true);
  });

  test('count in the body of a macro, where they may hold a parameter', () => {
    differ('<Macro m admin>\nServeradmin x\n</Macro>\n', '<Macro m admin>\nServerAdmin x\n</Macro>\n', true);
    same('<macro m>\n</macro>\nservername a\n', '<Macro m>\n</Macro>\nServerName a\n', true);
  });

  test('count where they are variables', () => {
    differ('${name} a\n', '${Name} a\n', true);
  });
});

suite('two dumps', () => {
  const dump =
    '# In file: /a.conf\n#   3:\nServerName a\n#   4:\n<Location /a>\n  #   5:\n  SetHandler x\n</Location>\n';

  test('say the same when lines have moved', () => {
    const moved = dump.replaceAll(/ (\d):/g, ' 1$1:').replace('/a.conf', '/b.conf');
    assert.equal(firstDifference(readingOfDump(dump), readingOfDump(moved)), undefined);
  });

  test('do not say the same with another argument', () => {
    const changed = dump.replace('SetHandler x', 'SetHandler y');
    assert.equal(
      firstDifference(readingOfDump(dump), readingOfDump(changed)),
      '"  SetHandler x" became "  SetHandler y"'.replaceAll('  ', ' '),
    );
  });
});

function same(before: string, after: string, anyCase = false): void {
  assert.equal(difference(before, after, anyCase), undefined);
}

function differ(before: string, after: string, anyCase = false): void {
  assert.notEqual(difference(before, after, anyCase), undefined);
}

function difference(before: string, after: string, anyCase: boolean): string | undefined {
  return firstDifference(readingOfText(before, anyCase), readingOfText(after, anyCase));
}
