import { suite, test } from 'node:test';
import { checkNoSuppress, checkSuppress } from '../support/suppress.ts';

suite('the fix that suppresses a finding', () => {
  test('a comment above the line, indented like it, with the reason to be written', () => {
    checkSuppress(
      '<Directory /srv>\n    Lissten 80\n</Directory>\n',
      'unknown-directive',
      '<Directory /srv>\n    # htconf-ignore-next-line unknown-directive: «reason»\n    Lissten 80\n</Directory>\n',
    );
    checkSuppress(
      'Timeout 9\r\nListen 80 # here',
      'trailing-comment',
      'Timeout 9\r\n# htconf-ignore-next-line trailing-comment: «reason»\r\nListen 80 # here',
    );
  });

  test('of a continued line it stands above the first one', () => {
    checkSuppress(
      'Listen 80\n\tOptions \\\n\t\tIndexes \\\n\t\tIncludez\n',
      'keyword-value',
      'Listen 80\n\t# htconf-ignore-next-line keyword-value: «reason»\n\tOptions \\\n\t\tIndexes \\\n\t\tIncludez\n',
    );
  });

  test('a comment that is there gets one more code', () => {
    checkSuppress(
      '# htconf-ignore-next-line directive-case: ours\n# Yes.\nlisten 80 # here\n',
      'trailing-comment',
      '# htconf-ignore-next-line directive-case, trailing-comment: ours\n# Yes.\nlisten 80 # here\n',
    );
    checkSuppress(
      '# htconf-ignore-next-line directive-case\nlisten 80 # here\n',
      'trailing-comment',
      '# htconf-ignore-next-line directive-case, trailing-comment\nlisten 80 # here\n',
    );
  });

  test('a comment about the file, or about other lines, is another one', () => {
    checkSuppress(
      '# htconf-ignore-file directive-case: ours\nlisten 80 # here\n',
      'trailing-comment',
      '# htconf-ignore-file directive-case: ours\n# htconf-ignore-next-line trailing-comment: «reason»\nlisten 80 # here\n',
    );
    checkSuppress(
      '# htconf-ignore-next-line directive-case: ours\nlisten 80\nListen 81 # here\n',
      'trailing-comment',
      '# htconf-ignore-next-line directive-case: ours\nlisten 80\n# htconf-ignore-next-line trailing-comment: «reason»\nListen 81 # here\n',
    );
  });

  test('above a line that is the first of a part of a large file', () => {
    const before = 'Timeout 9\n'.repeat(3);
    checkSuppress(
      `${before}# htconf-ignore-next-line directive-case: ours\nlisten 80 # here\nTimeout 9\n`,
      'trailing-comment',
      `${before}# htconf-ignore-next-line directive-case, trailing-comment: ours\nlisten 80 # here\nTimeout 9\n`,
      { chunkSize: 2 },
    );
  });

  test('what is dimmed because it is not read is no fault', () => {
    checkNoSuppress('<IfVersion < 2.4>\nListen 80\n</IfVersion>\n', 'dead-branch');
    checkNoSuppress('# htconf-ignore-next-line directive-case\nlisten 80\n', 'suppress-without-reason');
  });
});
