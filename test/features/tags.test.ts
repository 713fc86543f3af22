import { suite, test } from 'node:test';
import { checkHighlight, checkLinked, checkSelection } from '../support/tags.ts';

suite('the two tags of a section', () => {
  test('both names are shown from either of them', () => {
    checkHighlight('<Dir‸ectory /srv>\n</Directory>\n', '<«Directory» /srv>\n</«Directory»>\n');
    checkHighlight('<Directory /srv>\n  </Directory‸>\n', '<«Directory» /srv>\n  </«Directory»>\n');
    checkHighlight('<‸If true>\n<If true>\n</If>\n</If>\n', '<«If» true>\n<If true>\n</If>\n</«If»>\n');
  });

  test('nothing is shown elsewhere', () => {
    checkHighlight('<Directory /s‸rv>\n</Directory>\n', '<Directory /srv>\n</Directory>\n');
    checkHighlight('<Dir‸ectory /srv>\n', '<Directory /srv>\n');
    checkHighlight('Listen‸ 80\n', 'Listen 80\n');
    checkHighlight('‸', '');
    checkHighlight('# <Dir‸ectory>\n# </Directory>\n', '# <Directory>\n# </Directory>\n');
  });

  test('a name that is misspelt is shown, for it is meant', () => {
    checkHighlight('<Dir‸ectory /srv>\n</Directry>\n', '<«Directory» /srv>\n</«Directry»>\n');
  });

  test('names in a macro count, those in a script do not', () => {
    checkHighlight('<Macro x>\n<I‸f true>\n</If>\n</Macro>\n', '<Macro x>\n<«If» true>\n</«If»>\n</Macro>\n');
    checkHighlight('<Perl>\n<I‸f true>\n</If>\n</Perl>\n', '<Perl>\n<If true>\n</If>\n</Perl>\n');
  });

  test('both are typed at once', () => {
    checkLinked('<Dir‸ectory /srv>\n</Directory>\n', '<«Directory» /srv>\n</«Directory»>\n');
    checkLinked('<If‸ true>\r\n</If>\r\n', '<«If» true>\r\n</«If»>\r\n');
    checkLinked('<VirtualHost \\\n *:80>\n</VirtualHost‸>', '<«VirtualHost» \\\n *:80>\n</«VirtualHost»>');
  });

  test('names that are no plain words are not', () => {
    checkLinked('Define T If\n<${T}‸ true>\n</${T}>\n', 'Define T If\n<${T} true>\n</${T}>\n');
    checkLinked('<I‸\\\nf true>\n</I\\\nf>\n', '<I\\\nf true>\n</I\\\nf>\n');
  });

  test('names that are spelt in two ways are not', () => {
    checkLinked('<Dir‸ectory /srv>\n</directory>\n', '<Directory /srv>\n</directory>\n');
    checkLinked('<Dir‸ectory /srv>\n</Directry>\n', '<Directory /srv>\n</Directry>\n');
  });
});

suite('a growing selection', () => {
  test('from a word to the file', () => {
    const text = '<VirtualHost *:80>\n  ServerAlias "a.example" b.exam‸ple\n</VirtualHost>\nListen 80\n';
    checkSelection(text, [
      'b.example',
      '"a.example" b.example',
      'ServerAlias "a.example" b.example',
      '  ServerAlias "a.example" b.example\n',
      '<VirtualHost *:80>\n  ServerAlias "a.example" b.example\n</VirtualHost>',
      text.replace('‸', ''),
    ]);
  });

  test('inside quotes, then with them', () => {
    checkSelection('ServerAlias "a.ex‸ample" b\n', [
      'a.example',
      '"a.example"',
      '"a.example" b',
      'ServerAlias "a.example" b',
      'ServerAlias "a.example" b\n',
    ]);
  });

  test('a part of an argument first', () => {
    checkSelection('<If "%{REQUEST_UR‸I} == \'/a b\'">\n</If>', [
      'REQUEST_URI',
      "%{REQUEST_URI} == '/a b'",
      '"%{REQUEST_URI} == \'/a b\'"',
      '<If "%{REQUEST_URI} == \'/a b\'">',
      '<If "%{REQUEST_URI} == \'/a b\'">\n</If>',
    ]);
  });
});

suite('a growing selection: lines and sections', () => {
  test('from a tag to its section, and to those around it', () => {
    const section = '<Files a>\n  </Files>';
    const text = `<IfModule dir_module>\n  ${section}\n</IfModule>`;
    checkSelection(text.replace('</Files>', '</Fi‸les>'), ['Files', '</Files>', section, `  ${section}\n`, text]);
    checkSelection(text.replace('<Files', '<‸Files'), [
      'Files',
      '<Files',
      '<Files a>',
      section,
      `  ${section}\n`,
      text,
    ]);
  });

  test('a comment, a blank line, and what is continued', () => {
    checkSelection('  # a co‸mment \n', ['# a comment', '  # a comment \n']);
    checkSelection('\n‸\n', ['\n\n']);
    checkSelection('Options \\\r\n  In‸dexes\r\n', [
      'Indexes',
      'Options \\\r\n  Indexes',
      'Options \\\r\n  Indexes\r\n',
    ]);
    checkSelection('‸', []);
  });

  test('sections that cross each other are passed over where they do not fit', () => {
    checkSelection('<IfModule a>\n<Files x>\n</IfModule>\nLis‸ten 80\n</Files>\n', [
      'Listen',
      'Listen 80',
      '<IfModule a>\n<Files x>\n</IfModule>\nListen 80\n</Files>\n',
    ]);
  });
});
