import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openFile } from '../../server/src/engine/engine.ts';
import { documentSymbols } from '../../server/src/engine/features/index.ts';
import { checkSymbols } from '../support/outline.ts';

suite('symbols', () => {
  test('sections with their argument, and what is worth finding in them', () => {
    const text = `ServerRoot "/etc/httpd"
Listen 80
LoadModule rewrite_module modules/mod_rewrite.so
Timeout 60
<VirtualHost *:80 [::1]:80>
    ServerName www.example.com
    DocumentRoot "/srv/my site"
    LogLevel warn
    <Directory "/srv/my site">
        Require all granted
    </Directory>
    ProxyPass /app http://127.0.0.1:8080
</VirtualHost>
IncludeOptional conf.d/*.conf
`;
    checkSymbols(text, [
      'ServerRoot /etc/httpd',
      'Listen 80',
      'LoadModule rewrite_module · modules/mod_rewrite.so',
      'VirtualHost *:80 [::1]:80 · www.example.com',
      '  ServerName www.example.com',
      '  DocumentRoot /srv/my site',
      '  Directory /srv/my site',
      '  ProxyPass /app · http://127.0.0.1:8080',
      'IncludeOptional conf.d/*.conf',
    ]);
  });

  test('ranges: all of a section, the name to select, the text of a line', () => {
    const text = '  <Files x>\n    Listen  80  \n  </Files>  \n';
    const [files] = documentSymbols(openFile('file:///x.conf', 1, text));
    const [listen] = files?.children ?? [];
    assert.ok(files && listen);
    assert.equal(text.slice(files.span.start, files.span.end), '<Files x>\n    Listen  80  \n  </Files>');
    assert.equal(text.slice(files.selectionSpan.start, files.selectionSpan.end), 'Files');
    assert.equal(text.slice(listen.span.start, listen.span.end), 'Listen  80');
    assert.deepEqual([files.kind, listen.kind], ['Namespace', 'Property']);
  });
});

suite('symbols of broken and special files', () => {
  test('a section that is not closed takes nothing in', () => {
    checkSymbols('<VirtualHost *:80>\nListen 80\n<Files x>\nDefine A b\n</Files>\n', [
      'VirtualHost *:80',
      'Listen 80',
      'Files x',
      '  Define A · b',
    ]);
    checkSymbols('<VirtualHost *:80>\n<Directory /a>\nAlias /b /c\n</VirtualHost>\n', [
      'VirtualHost *:80',
      '  Directory /a',
      '  Alias /b · /c',
    ]);
  });

  test('sections that cross', () => {
    checkSymbols('<IfModule a>\n<Files x>\n</IfModule>\nListen 80\n</Files>\n', [
      'IfModule a',
      '  Files x',
      'Listen 80',
    ]);
  });

  test('a mistyped closing tag still closes', () => {
    checkSymbols('<Directory /a>\nListen 80\n</Directry>\nListen 81\n', ['Directory /a', '  Listen 80', 'Listen 81']);
  });

  test('a macro holds configuration, Lua and Perl do not', () => {
    checkSymbols('<Macro Site $name>\nServerName $name\n</Macro>\nUse Site a\n<Perl>\nListen 80\n</Perl>\n', [
      'Macro Site $name',
      '  ServerName $name',
      'Use Site · a',
      'Perl',
    ]);
  });

  test('text in the middle of being written', () => {
    checkSymbols('<', ['<']);
    checkSymbols('Listen', ['Listen']);
    checkSymbols('<VirtualHost "*:80\nServerName "a\n</VirtualHost', ['VirtualHost *:80 · a', '  ServerName a']);
    checkSymbols('', []);
  });

  test('a continued line', () => {
    checkSymbols('Listen \\\n  80\nSer\\\nverName a\n', ['Listen 80', 'ServerName a']);
  });
});
