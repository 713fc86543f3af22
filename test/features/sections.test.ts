import { suite, test } from 'node:test';
import { checkCompletion, completions } from '../support/completion.ts';
import assert from 'node:assert/strict';

suite('completion of sections', () => {
  test('a section comes with its closing tag', () => {
    checkCompletion('<Dir‸', { accept: ['<Directory>', '<Directory "‸">\n\t\n</Directory>'] });
    checkCompletion('Dir‸', { accept: ['<Directory>', '<Directory "‸">\n\t\n</Directory>'] });
    checkCompletion('‸', { accept: ['<VirtualHost>', '<VirtualHost ‸>\n\t\n</VirtualHost>'] });
    checkCompletion('<Directory /srv>\n<‸\n</Directory>\n', {
      accept: ['<RequireAll>', '<Directory /srv>\n<RequireAll>\n\t‸\n</RequireAll>\n</Directory>\n'],
    });
    checkCompletion('<IfM‸', { accept: ['<IfModule>', '<IfModule ‸>\n\t\n</IfModule>'] });
  });

  test('a < brings sections only', () => {
    checkCompletion('<‸', { has: ['<Directory>', '<VirtualHost>'], hasNot: ['Options', 'Listen'] });
    assert.ok(completions('<‸').every(({ filterText }) => filterText.startsWith('<')));
  });

  test('a > that follows is not doubled', () => {
    checkCompletion('<Dir‸>\n', { accept: ['<Directory>', '<Directory "‸">\n\t\n</Directory>\n'] });
    checkCompletion('<Dir‸ >\n', { accept: ['<Directory>', '<Directory "‸">\n\t\n</Directory>\n'] });
    checkCompletion('<‸>\n', { accept: ['<Directory>', '<Directory "‸">\n\t\n</Directory>\n'] });
  });

  test('a tag with an argument keeps it', () => {
    checkCompletion('<Dir‸ /srv>\n</Directory>\n', { accept: ['<Directory>', '<Directory‸ /srv>\n</Directory>\n'] });
    checkCompletion('<Dire‸ctory /srv>\n', { accept: ['<DirectoryMatch>', '<DirectoryMatch‸ /srv>\n'] });
  });

  test('a closing tag that stands there already is not written again', () => {
    const text = '<Dir‸\n    Require all granted\n</Directory>\n';
    checkCompletion(text, { accept: ['<Directory>', '<Directory "‸">\n    Require all granted\n</Directory>\n'] });
    checkCompletion(text, {
      accept: ['<Location>', '<Location "‸">\n\t\n</Location>\n    Require all granted\n</Directory>\n'],
    });
    checkCompletion('‸\n</Directory>\n', { accept: ['<Directory>', '<Directory "‸">\n</Directory>\n'] });
  });

  test('the closing tag of an outer section of the same name is not taken', () => {
    checkCompletion('<IfModule a>\n<IfModule‸\n</IfModule>\n', {
      accept: ['<IfModule>', '<IfModule a>\n<IfModule ‸>\n\t\n</IfModule>\n</IfModule>\n'],
    });
  });
});

suite('completion of closing tags', () => {
  test('</ offers what is open, the innermost first', () => {
    checkCompletion('<VirtualHost *:80>\n<Directory /srv>\n</‸', { labels: ['</Directory>', '</VirtualHost>'] });
    checkCompletion('<VirtualHost *:80>\n<Directory /srv>\n</Dir‸>\n', {
      accept: ['</Directory>', '<VirtualHost *:80>\n<Directory /srv>\n</Directory>‸\n'],
    });
    checkCompletion('<VirtualHost *:80>\n<Directory /srv>\n</‸\n</VirtualHost>\n', {
      labels: ['</Directory>', '</VirtualHost>'],
    });
    checkCompletion('</‸', { labels: [] });
  });

  test('an open section is closed from an empty line too, a closed one is not', () => {
    checkCompletion('<VirtualHost *:80>\n<Directory /srv>\n‸\n</VirtualHost>\n', {
      has: ['</Directory>', 'AllowOverride'],
      hasNot: ['</VirtualHost>'],
    });
    assert.equal(completions('<Directory /srv>\n‸')[0]?.label, '</Directory>');
  });

  test('a closing tag is written and indented like its opening tag', () => {
    checkCompletion('  <directory /srv>\n      </‸', {
      accept: ['</directory>', '  <directory /srv>\n  </directory>‸'],
    });
    checkCompletion('\t<Files x>\n\t\t‸', { accept: ['</Files>', '\t<Files x>\n\t</Files>‸'] });
    checkCompletion('  <Files x>\n‸', { accept: ['</Files>', '  <Files x>\n  </Files>‸'] });
  });

  test('a body in another language can be closed', () => {
    checkCompletion('<LuaHookFixups f>\nreturn 1\n</‸', { labels: ['</LuaHookFixups>'] });
  });

  test('CRLF line ends', () => {
    checkCompletion('<VirtualHost *:80>\r\n  <Directory /srv>\r\n    </‸\r\n</VirtualHost>\r\n', {
      accept: ['</Directory>', '<VirtualHost *:80>\r\n  <Directory /srv>\r\n  </Directory>‸\r\n</VirtualHost>\r\n'],
    });
  });
});
