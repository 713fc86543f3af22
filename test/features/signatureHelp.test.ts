import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { allEntries } from '../../server/src/engine/catalogue/catalogue.ts';
import { checkNoSignature, checkSignature, shownSignature } from '../support/signature.ts';

suite('help with the arguments of a directive', () => {
  test('the parameter that is being written', () => {
    checkSignature('RewriteRule ‸\n', { shows: 'RewriteRule ‹pattern› substitution [flags]' });
    checkSignature('RewriteRule ^/a ‸\n', { shows: 'RewriteRule pattern ‹substitution› [flags]' });
    checkSignature('RewriteRule ^/a /b [L‸\n', { shows: 'RewriteRule pattern substitution ‹[flags]›' });
    checkSignature('RewriteRule ^‸/a /b [L]\n', { shows: 'RewriteRule ‹pattern› substitution [flags]' });
    checkNoSignature('RewriteRule ^/a /b [L] ‸\n');
  });

  test('words are cut as the directive does it', () => {
    checkSignature('RewriteRule "^/a ‸b" /c\n', { shows: 'RewriteRule ‹pattern› substitution [flags]' });
    checkSignature('RewriteRule ^/a\\ b ‸\n', { shows: 'RewriteRule pattern ‹substitution› [flags]' });
    checkSignature('RewriteRule ^/a \\\n    ‸\n', { shows: 'RewriteRule pattern ‹substitution› [flags]' });
    checkSignature('Require ip 10.0.0.0/8 ‸\n', { shows: 'Require ‹requirement›', about: 'Require [not] entity-name' });
    checkSignature('<If "%{HTTPS} == ‸">\n</If>\n', { shows: '<If ‹expression›>' });
  });

  test('the last parameter goes on where it may be repeated', () => {
    checkSignature('<VirtualHost *:80 ‸>\n</VirtualHost>\n', {
      shows: '<VirtualHost ‹address...›>',
      about: '<VirtualHost addr[:port] [addr[:port]] ...>',
    });
    checkSignature('Options Indexes ‸\n', { shows: 'Options ‹option...›' });
    checkNoSignature('KeepAlive On ‸\n');
    checkNoSignature('<Directory /srv> ‸\n</Directory>\n');
  });

  test('the words that a parameter takes', () => {
    checkSignature('KeepAlive ‸\n', { shows: 'KeepAlive ‹value›', says: 'Words for it: `On`, `Off`' });
    checkSignature('Listen 443 ‸\n', { shows: 'Listen address ‹[protocol]›', says: 'Words for it: `http`, `https`' });
  });
});

suite('ways to write a directive', () => {
  test('every way to write it, and the one in which the line begins', () => {
    checkSignature('Header ‸\n', {
      shows: 'Header ‹action› [argument...]',
      others: ['Header unset header [condition]'],
    });
    checkSignature('Header unset ‸\n', { shows: 'Header unset ‹header› [condition]' });
    checkSignature('Header always edit X ‸\n', {
      shows: 'Header always|onsuccess edit|edit* header ‹regex› value [condition]',
    });
    checkSignature('RewriteCond expr ‸\n', { shows: 'RewriteCond expr ‹expression› [flags]' });
    checkSignature('<Directory ‸>\n</Directory>\n', { shows: '<Directory ‹path›>', others: ['<Directory ~ regex>'] });
    checkSignature('<Directory ~ ‸>\n</Directory>\n', { shows: '<Directory ~ ‹regex›>' });
  });

  test('a line is taken to go on while its last word is written', () => {
    checkSignature('Alias /a‸\n', { shows: 'Alias ‹[URL-path]› path', others: ['Alias path'] });
    checkSignature('Alias /a‸ /srv/a\n', { shows: 'Alias ‹[URL-path]› path' });
    checkSignature('Alias /a /srv‸/a\n', { shows: 'Alias [URL-path] ‹path›' });
    checkSignature('SSLCipherSuite HIGH‸\n', { shows: 'SSLCipherSuite [protocol] ‹ciphers›' });
  });

  test('none in comments, names, texts of others, and of what nobody knows', () => {
    checkNoSignature('# RewriteRule ‸\n');
    checkNoSignature('Rewrite‸Rule a b\n');
    checkNoSignature('\n‸\n');
    checkNoSignature('Nonsense ‸\n');
    checkNoSignature('<Perl>\nRewriteRule ‸\n</Perl>\n');
    checkNoSignature('<Directory /srv>\n</Directory ‸>\n');
    checkSignature('<Macro a $b>\nRewriteRule ‸\n</Macro>\n', { shows: 'RewriteRule ‹pattern› substitution [flags]' });
  });

  test('every directive that takes arguments has help with them', () => {
    const entries = allEntries().filter(({ slots }) => slots.length > 0);
    assert.ok(entries.length > 700);
    for (const { name, section } of entries) {
      const shown = shownSignature(section ? name.replace('>', ' ‸>\n') : `${name} ‸\n`);
      assert.ok(shown?.startsWith(name.replace('>', ' ')) && shown.includes('‹'), `${name}: ${shown ?? 'nothing'}`);
    }
  });
});
