import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkCompletion, completions, documentationOf } from '../support/completion.ts';
import { ROOT } from '../support/text.ts';

const HTACCESS = { uri: 'file:///srv/www/.htaccess' };

suite('completion of names', () => {
  test('an empty file offers all that may stand somewhere', () => {
    checkCompletion('‸', {
      has: ['<Directory>', 'Listen', 'LoadModule', 'Options', 'Require', 'RewriteRule', 'ServerName', '<VirtualHost>'],
      hasNot: ['NameVirtualHost', '<Else>', '</Directory>'],
    });
    assert.ok(completions('‸').length > 1400);
  });

  test('a main configuration offers what may stand outside of sections', () => {
    checkCompletion('Listen 80\n‸', {
      ...ROOT,
      has: ['<Directory>', 'DocumentRoot', 'Listen', 'ServerName', '<VirtualHost>'],
      hasNot: ['AllowOverride', 'AuthType', 'Require', '<RequireAll>', 'ServerAlias'],
    });
  });

  test('a section offers what it takes', () => {
    checkCompletion('<VirtualHost *:80>\n    ‸\n</VirtualHost>\n', {
      has: ['<Directory>', 'DocumentRoot', 'ServerAlias', 'ServerName'],
      hasNot: ['AllowOverride', 'Listen', 'Require', 'StartServers', '<VirtualHost>', '</VirtualHost>'],
    });
    checkCompletion('<Directory /srv>\n    ‸\n</Directory>\n', {
      has: ['AllowOverride', '<Limit>', 'Options', 'Require', '<RequireAll>', 'RewriteBase'],
      hasNot: ['<Directory>', 'DocumentRoot', 'Listen', 'ServerName', '<VirtualHost>'],
    });
    checkCompletion('<Directory /srv>\n<RequireAll>\n    Re‸\n</RequireAll>\n</Directory>\n', {
      has: ['Require', '<RequireAny>'],
      hasNot: ['Redirect', 'RewriteRule', 'Options'],
    });
  });

  test('a condition is no place of its own', () => {
    checkCompletion('<VirtualHost *:80>\n<IfModule mod_ssl.c>\n‸\n</IfModule>\n</VirtualHost>\n', {
      has: ['ServerAlias', 'SSLEngine'],
      hasNot: ['Listen', 'Require', '</IfModule>'],
    });
  });

  test('a section that was just begun is what counts, closed or not', () => {
    checkCompletion('ServerRoot /etc/httpd\n<Directory /srv>\n    ‸', {
      has: ['</Directory>', 'AllowOverride', 'Require'],
      hasNot: ['Listen', 'ServerName'],
    });
    checkCompletion('<VirtualHost *:80>\n    <Directory /srv>\n        Opt‸\n</VirtualHost>\n', {
      has: ['</Directory>', 'AllowOverride', 'Options'],
      hasNot: ['DocumentRoot', 'Listen', 'ServerName', '</VirtualHost>'],
    });
  });

  test('a .htaccess file offers what may be granted there', () => {
    checkCompletion('‸', {
      ...HTACCESS,
      has: ['ErrorDocument', '<Files>', '<IfModule>', 'Options', 'Require', 'RewriteRule'],
      hasNot: ['Define', '<Directory>', 'DocumentRoot', 'Listen', 'LoadModule', '<VirtualHost>'],
    });
  });

  test('a context comment says where a fragment stands', () => {
    checkCompletion('# htconf: context=vhost\n‸', { has: ['ServerAlias'], hasNot: ['Listen', 'Require'] });
  });
});

suite('completion of names: order and words beside them', () => {
  test('old names are not offered, those that still work stand last', () => {
    const labels = completions('<Directory /srv>\n‸\n</Directory>\n').map(({ label }) => label);
    assert.ok(!labels.includes('AuthAuthoritative') && !labels.includes('DefaultType'));
    assert.ok(labels.indexOf('Allow') > labels.indexOf('XBitHack'));
    const items = completions('‸');
    const firstOld = items.findIndex(({ deprecated }) => deprecated);
    assert.ok(items.slice(firstOld).every(({ deprecated }) => deprecated));
    checkCompletion('‸', { hasNot: ['AuthAuthoritative', 'MaxClients', 'NameVirtualHost'] });
  });

  test('what is not loaded says so and stands behind', () => {
    const text = 'LoadModule rewrite_module modules/mod_rewrite.so\n‸';
    checkCompletion(text, { ...ROOT, detail: ['RewriteEngine', 'mod_rewrite'] });
    checkCompletion(text, { ...ROOT, detail: ['SSLEngine', 'mod_ssl, not loaded here'] });
    const labels = completions(text, ROOT).map(({ label }) => label);
    assert.ok(labels.indexOf('RewriteEngine') < labels.indexOf('SSLEngine'));
    checkCompletion('‸', { detail: ['SSLEngine', 'mod_ssl'] });
    checkCompletion('‸', { detail: ['Listen', 'MPM'] });
    checkCompletion('‸', { detail: ['PHPINIDir', 'mod_php, third-party'] });
  });

  test('<Else> needs an <If> before it in the same section', () => {
    checkCompletion('<If "true">\n</If>\n‸', { has: ['<Else>', '<ElseIf>'] });
    checkCompletion('<If "true">\n</If>\nServerAdmin a\n<Files x>\n</Files>\n<El‸', { has: ['<Else>', '<ElseIf>'] });
    checkCompletion('<If "true">\n</If>\n<Else>\n</Else>\n‸', { hasNot: ['<Else>', '<ElseIf>'] });
    checkCompletion('<If "true">\n</If>\n<Directory />\n‸\n</Directory>\n', { hasNot: ['<Else>', '<ElseIf>'] });
    checkCompletion('<If "true">\n‸\n</If>\n', { hasNot: ['<Else>', '<ElseIf>'] });
  });
});

suite('completion of names: what is replaced, and where', () => {
  test('the whole word is replaced', () => {
    checkCompletion('Opt‸', { accept: ['Options', 'Options‸'] });
    checkCompletion('  Opt‸ions Indexes\n', { accept: ['Options', '  Options‸ Indexes\n'] });
    checkCompletion('‸Options Indexes\n', { accept: ['AllowOverride', 'AllowOverride‸ Indexes\n'] });
    checkCompletion('"Opt‸ions" Indexes\n', { accept: ['Options', '"Options‸" Indexes\n'], hasNot: ['<Directory>'] });
  });

  test('a name that is cut by a line end is left alone', () => {
    checkCompletion('Opt\\\nio‸ns Indexes\n', { labels: [] });
  });

  test('one’s own directives are offered', () => {
    const settings = { ownDirectives: ['MyThing', '<MySection>'] };
    checkCompletion('My‸', { settings, has: ['<MySection>', 'MyThing'], detail: ['MyThing', 'own directive'] });
    checkCompletion('<My‸', { settings, hasNot: ['MyThing'], accept: ['<MySection>', '<MySection‸'] });
  });

  test('a macro may be used anywhere, but its sections are known', () => {
    checkCompletion('<Macro Site>\n‸\n</Macro>\n', { ...ROOT, has: ['Listen', 'ServerName', 'Require'] });
    checkCompletion('<Macro Site>\n<VirtualHost *:80>\n‸\n</VirtualHost>\n</Macro>\n', {
      ...ROOT,
      has: ['ServerAlias'],
      hasNot: ['Listen', 'Require'],
    });
    checkCompletion('<Macro Site>\n‸', { ...ROOT, has: ['</Macro>', 'Listen', 'ServerName', 'Require'] });
  });

  test('nothing in comments, in other languages, and where no name can stand', () => {
    checkCompletion('# Opt‸\n', { labels: [] });
    checkCompletion('<LuaHookFixups f>\n  loc‸\n</LuaHookFixups>\n', { labels: [] });
    checkCompletion('<Perl>\n‸\n</Perl>\n', { labels: [] });
    checkCompletion('‸  Options Indexes\n', { labels: [] });
    checkCompletion('<Directory /srv>‸\n</Directory>\n', { labels: [] });
  });

  test('the documentation has the facts', () => {
    const text = documentationOf(completions('Rewr‸'), 'RewriteEngine');
    for (const fact of ['RewriteEngine on|off', '**mod_rewrite** (`rewrite_module`)', 'AllowOverride `FileInfo`'])
      assert.ok(text.includes(fact), `${fact} in:\n${text}`);
    assert.ok(text.includes('(https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriteengine)'));
  });
});

suite('completion of whole blocks', () => {
  test('where nothing else stands on the line', () => {
    checkCompletion('vho‸', { has: ['vhost', 'vhost-tls'] });
    checkCompletion('vho‸ x', { hasNot: ['vhost'] });
    checkCompletion('<Virt‸', { has: ['vhost'], hasNot: ['basic-auth'] });
    checkCompletion('"vho‸"', { hasNot: ['vhost'] });
  });

  test('what is inserted', () => {
    checkCompletion('<Directory /srv>\nallow‸\n</Directory>\n', {
      accept: [
        'allow-networks',
        [
          '<Directory /srv>\n<RequireAny>\n\tRequire local\n\tRequire ip ${1:192.168.0.0/16}\n</RequireAny>\n‸\n',
          '</Directory>\n',
        ].join(''),
      ],
    });
    assert.match(
      documentationOf(completions('vho‸'), 'vhost'),
      /^```apacheconf\n<VirtualHost \*:80>\n\tServerName www\.example\.com\n/,
    );
  });

  test('what needs a module that is not loaded says so', () => {
    checkCompletion('‸\nLoadModule alias_module modules/mod_alias.so\n', {
      ...ROOT,
      detail: ['php-fpm', 'PHP files answered by PHP-FPM'],
    });
    checkCompletion('‸\nLoadModule alias_module modules/mod_alias.so\n', {
      ...ROOT,
      detail: ['compression', 'Texts are sent compressed, not loaded here'],
    });
  });
});
