import { suite, test } from 'node:test';
import { checkTokens } from '../support/tokens.ts';
import { ROOT } from '../support/text.ts';

suite('colours of meaning', () => {
  test('names of directives and sections, as far as they are known', () => {
    checkTokens('<Directory /srv>\n  AllowOverride None\n</Directory>\n', [
      'Directory class',
      'AllowOverride function',
      'None enumMember',
      'Directory class',
    ]);
    checkTokens('Nonsense On\n<Nothing>\n</Nothing>\n# Listen 80\n', []);
    checkTokens('MyThing On\n<MyPart>\n</MyPart>\n', ['MyThing function', 'MyPart class', 'MyPart class'], {
      settings: { ownDirectives: ['MyThing', '<MyPart>'] },
    });
  });

  test('old names are marked', () => {
    checkTokens('Order deny,allow\nNameVirtualHost *:80\n', [
      'Order function deprecated',
      'deny,allow enumMember',
      'NameVirtualHost function deprecated',
    ]);
  });

  test('words, signs and numbers; what is wrong has no colour', () => {
    checkTokens('Options +Indexes -All\nKeepAlive on\nKeepAlive yess\nTimeout 30\n', [
      'Options function',
      '+ operator',
      'Indexes enumMember',
      '- operator',
      'KeepAlive function',
      'on enumMember',
      'KeepAlive function',
      'Timeout function',
      '30 number',
    ]);
  });

  test('modules and providers', () => {
    checkTokens(
      'LoadModule ssl_module modules/mod_ssl.so\nRequire not valid-user\n<IfModule !mod_ssl.c>\n</IfModule>\n',
      [
        'LoadModule function',
        'ssl_module namespace',
        'Require function',
        'not operator',
        'valid-user type',
        'IfModule class',
        '! operator',
        'mod_ssl.c namespace',
        'IfModule class',
      ],
    );
  });
});

suite('colours in small languages', () => {
  test('mod_rewrite', () => {
    checkTokens('RewriteRule ^a(\\.|b+)$ /%{HTTP_HOST}/$1 [R=301,L]\n', [
      'RewriteRule function',
      '^ regexpAnchor',
      '( regexpGroup',
      '\\. regexpEscape',
      '| operator',
      '+ regexpQuantifier',
      ') regexpGroup',
      '$ regexpAnchor',
      'HTTP_HOST property',
      '$1 parameter',
      'R keyword',
      '301 number',
      'L keyword',
    ]);
  });

  test('expressions', () => {
    checkTokens("<If \"%{HTTPS} == 'on' && -n req('X') && 'a' =~ /[a]/\">\n</If>\n", [
      'If class',
      'HTTPS property',
      '== operator',
      '&& operator',
      '-n operator',
      'req method',
      '&& operator',
      '=~ operator',
      '/ regexp',
      '[a] regexpClass',
      '/ regexp',
      'If class',
    ]);
  });
});

suite('colours of what stands for something else', () => {
  test('variables, whatever their values are', () => {
    checkTokens('Define A On\nKeepAlive ${A}\nDocumentRoot /srv/${A}/${B}\n', [
      'Define function',
      'A variable',
      'KeepAlive function',
      'A variable',
      'DocumentRoot function',
      'A variable',
      'B variable',
    ]);
    checkTokens('Define K KeepAlive\n${K} On\n', ['Define function', 'K variable', 'K variable', 'On enumMember']);
  });

  test('parameters of macros, where they are named and where they are used', () => {
    checkTokens('<Macro VHost $host dir>\n  ServerName www.$host\n  DocumentRoot /srv/dir\n</Macro>\nUse VHost a b\n', [
      'Macro class',
      '$host parameter',
      'dir parameter',
      'ServerName function',
      '$host parameter',
      'DocumentRoot function',
      'dir parameter',
      'Macro class',
      'Use function',
    ]);
    checkTokens('<Macro A $a>\n  KeepAlive $a\n</Macro>\n<Macro B $b>\n  KeepAlive $a$b\n</Macro>\n', [
      'Macro class',
      '$a parameter',
      'KeepAlive function',
      '$a parameter',
      'Macro class',
      'Macro class',
      '$b parameter',
      'KeepAlive function',
      '$b parameter',
      'Macro class',
    ]);
  });
});

suite('colours of lines', () => {
  test('what httpd passes over is coloured as well, texts in other languages are not', () => {
    checkTokens(
      '<IfDefine A>\n  KeepAlive On\n</IfDefine>\n',
      ['IfDefine class', 'A variable', 'KeepAlive function', 'On enumMember', 'IfDefine class'],
      { ...ROOT, settings: { defines: [] } },
    );
    checkTokens('<Perl>\nKeepAlive On\n</Perl>\n', ['Perl class', 'Perl class']);
  });

  test('a token ends where its line ends', () => {
    checkTokens('Keep\\\nAlive On\n', ['Keep function', 'Alive function', 'On enumMember']);
    checkTokens('KeepAlive O\\\r\n  ff\n', ['KeepAlive function']);
  });
});
