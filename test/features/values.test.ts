import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkCompletion, completions, documentationOf } from '../support/completion.ts';
import { ROOT } from '../support/text.ts';

suite('completion of names and numbers', () => {
  test('names that are usual', () => {
    checkCompletion('AddType ‸', { has: ['text/html', 'image/webp'] });
    checkCompletion('AddOutputFilterByType DEFLATE text/html ‸', { has: ['text/css'], hasNot: ['text/html'] });
    checkCompletion('Header set Strict-‸ "max-age=1"\n', {
      accept: ['Strict-Transport-Security', 'Header set Strict-Transport-Security‸ "max-age=1"\n'],
    });
    checkCompletion('BrowserMatch MSIE no‸', { has: ['nokeepalive', 'no-gzip'] });
    checkCompletion('AddHandler ‸', { has: ['cgi-script', 'server-status'] });
    checkCompletion('SetHandler ‸', { has: ['none', 'cgi-script'] });
    checkCompletion('AddLanguage ‸', { has: ['de', 'zh-CN'] });
    checkCompletion('AddCharset ‸', { has: ['UTF-8'] });
  });

  test('what a number may be replaced by', () => {
    checkCompletion('RLimitMEM ‸', { labels: ['max'] });
    checkCompletion('Timeout ‸', { labels: [] });
    checkCompletion('ExpiresDefault "‸"', { has: ['access plus 1 month'] });
  });
});

suite('completion of arguments', () => {
  test('flags', () => {
    checkCompletion('RewriteEngine ‸', { labels: ['On', 'Off'], accept: ['On', 'RewriteEngine On‸'] });
    checkCompletion('RewriteEngine o‸ff\n', { labels: ['On', 'Off'], accept: ['On', 'RewriteEngine On‸\n'] });
    checkCompletion('RewriteEngine On ‸', { labels: [] });
  });

  test('words of a vocabulary', () => {
    checkCompletion('ServerTokens ‸', { has: ['Full', 'Minimal', 'Prod'] });
    checkCompletion('Options ‸', { has: ['All', 'None', 'Indexes'], hasNot: ['+Indexes'] });
    checkCompletion('Options Indexes Fol‸ Includes\n', {
      has: ['FollowSymLinks'],
      hasNot: ['Indexes', 'Includes'],
      accept: ['FollowSymLinks', 'Options Indexes FollowSymLinks‸ Includes\n'],
    });
    checkCompletion('Options Ind‸exes\n', { accept: ['Indexes', 'Options Indexes‸\n'] });
  });

  test('a sign stays', () => {
    checkCompletion('Options +‸', { hasNot: ['All', 'None'], accept: ['Indexes', 'Options +Indexes‸'] });
    checkCompletion('Options -Ind‸', { hasNot: ['All', 'None'], accept: ['Indexes', 'Options -Indexes‸'] });
  });

  test('quotes stay', () => {
    checkCompletion('Options "‸"\n', { accept: ['Indexes', 'Options "Indexes‸"\n'] });
    checkCompletion('Options "Ind‸exes"\n', { accept: ['Indexes', 'Options "Indexes‸"\n'] });
    checkCompletion('Options "Ind‸', { accept: ['Indexes', 'Options "Indexes‸'] });
    checkCompletion('Options "Indexes"‸\n', { labels: [] });
  });

  test('a continued line', () => {
    checkCompletion('Options Indexes \\\n    Fol‸\n', {
      hasNot: ['Indexes'],
      accept: ['FollowSymLinks', 'Options Indexes \\\n    FollowSymLinks‸\n'],
    });
    checkCompletion('Options Indexes \\\n    ‸', { accept: ['None', 'Options Indexes \\\n    None‸'] });
  });

  test('providers of Require', () => {
    checkCompletion('Require ‸', { has: ['all', 'ip', 'valid-user', 'not'], accept: ['all', 'Require all‸'] });
    checkCompletion('Require al‸', { accept: ['all', 'Require all‸'] });
    checkCompletion('Require all ‸', { labels: ['granted', 'denied'], accept: ['denied', 'Require all denied‸'] });
    checkCompletion('Require all gr‸\n', { accept: ['granted', 'Require all granted‸\n'] });
    checkCompletion('Require not ‸', { has: ['ip'], hasNot: ['not'], accept: ['ip', 'Require not ip‸'] });
    checkCompletion('Require ip ‸', { labels: [] });
  });

  test('names for <IfModule>', () => {
    checkCompletion('<IfModule ‸>\n</IfModule>\n', {
      has: ['mod_rewrite.c', 'rewrite_module'],
      accept: ['mod_ssl.c', '<IfModule mod_ssl.c‸>\n</IfModule>\n'],
    });
    checkCompletion('<IfModule !mod_ss‸', { accept: ['mod_ssl.c', '<IfModule !mod_ssl.c‸'] });
    checkCompletion('<IfModule "mod_ss‸">\n', { accept: ['ssl_module', '<IfModule "ssl_module‸">\n'] });
    checkCompletion('<IfModule mod_ssl.c>‸\n', { labels: [] });
  });

  test('methods and names of directives', () => {
    checkCompletion('<Limit GET ‸>\n', { has: ['HEAD', 'POST'], hasNot: ['GET'] });
    checkCompletion('<IfDirective ‸>\n', { has: ['Listen'], hasNot: ['Directory'] });
  });

  test('nothing where the word is free, the name is not known or a variable hides the rest', () => {
    checkCompletion('DocumentRoot ‸', { labels: [] });
    checkCompletion('Nonsense ‸', { labels: [] });
    checkCompletion('Options ${MORE}‸\n', { labels: [] });
  });
});

suite('completion of LoadModule', () => {
  test('an identifier brings its file', () => {
    checkCompletion('LoadModule ‸', {
      has: ['rewrite_module', 'ssl_module'],
      accept: ['rewrite_module', 'LoadModule rewrite_module modules/mod_rewrite.so‸'],
      detail: ['rewrite_module', 'modules/mod_rewrite.so'],
    });
    checkCompletion('LoadModule rewr‸\n', {
      accept: ['rewrite_module', 'LoadModule rewrite_module modules/mod_rewrite.so‸\n'],
    });
  });

  test('what is loaded, or built in, is not offered', () => {
    const text = 'LoadModule ssl_module modules/mod_ssl.so\nLoadModule ‸\n';
    checkCompletion(text, { ...ROOT, has: ['rewrite_module'], hasNot: ['core_module', 'so_module', 'ssl_module'] });
    checkCompletion(text, {
      uri: 'file:///etc/apache2/apache2.conf',
      settings: { staticModules: 'debian' },
      hasNot: ['log_config_module', 'ssl_module'],
    });
  });

  test('the line itself hides nothing', () => {
    checkCompletion('LoadModule rewrite_module‸ modules/mod_rewrite.so\n', { has: ['rewrite_module'] });
    checkCompletion('LoadModule rewrite_mod‸\n', { has: ['rewrite_module'] });
    checkCompletion('LoadModule ssl_module modules/mod_ssl.so\nLoadModule ssl_module‸\n', { hasNot: ['ssl_module'] });
  });
});

suite('completion of LoadModule: paths', () => {
  test('the path is written as the nearest line has it', () => {
    const text = [
      'LoadModule ssl_module "/opt/httpd/modules/mod_ssl.so"',
      'LoadModule rewr‸',
      'LoadModule dav_module libexec/mod_dav.so',
      '',
    ].join('\n');
    checkCompletion(text, { detail: ['rewrite_module', '/opt/httpd/modules/mod_rewrite.so'] });
    checkCompletion('LoadModule rewr‸\nLoadModule dav_module libexec/mod_dav.so\n', {
      detail: ['rewrite_module', 'libexec/mod_rewrite.so'],
    });
    checkCompletion('LoadModule dav_module ${MODULES}/mod_dav.so\nLoadModule ‸', {
      accept: [
        'rewrite_module',
        'LoadModule dav_module ${MODULES}/mod_dav.so\nLoadModule rewrite_module ${MODULES}/mod_rewrite.so‸',
      ],
    });
    checkCompletion('LoadModule dav_module "C:/Program Files/httpd/mod_dav.so"\nLoadModule ‸', {
      accept: [
        'rewrite_module',
        'LoadModule dav_module "C:/Program Files/httpd/mod_dav.so"\nLoadModule rewrite_module "C:/Program Files/httpd/mod_rewrite.so"‸',
      ],
    });
  });

  test('else it is written as the layout has it', () => {
    const path = (folder: string): readonly [string, string] => ['rewrite_module', `${folder}mod_rewrite.so`];
    const debian = path('/usr/lib/apache2/modules/');
    checkCompletion('LoadModule ‸', { uri: 'file:///etc/apache2/mods-available/rewrite.load', detail: debian });
    checkCompletion('ErrorLog ${APACHE_LOG_DIR}/error.log\nLoadModule ‸', { detail: debian });
    checkCompletion('LoadModule ‸', { settings: { staticModules: 'debian' }, detail: debian });
    checkCompletion('LoadModule ‸', {
      uri: 'file:///opt/homebrew/etc/httpd/httpd.conf',
      detail: path('lib/httpd/modules/'),
    });
    checkCompletion('LoadModule ‸', { ...ROOT, detail: path('modules/') });
  });
});

suite('completion of LoadModule: both words', () => {
  test('both words are replaced', () => {
    checkCompletion('LoadModule rewr‸ modules/mod_dav.so\n', {
      accept: ['rewrite_module', 'LoadModule rewrite_module modules/mod_rewrite.so‸\n'],
    });
    checkCompletion('LoadModule ‸ modules/mod_dav.so\n', {
      accept: ['rewrite_module', 'LoadModule rewrite_module modules/mod_rewrite.so‸\n'],
    });
    checkCompletion('LoadModule rewr‸ \\\n  modules/mod_dav.so\n', {
      accept: ['rewrite_module', 'LoadModule rewrite_module‸ \\\n  modules/mod_dav.so\n'],
    });
  });

  test('beside an identifier, its file alone is offered', () => {
    checkCompletion('LoadModule rewrite_module ‸', {
      labels: ['modules/mod_rewrite.so'],
      accept: ['modules/mod_rewrite.so', 'LoadModule rewrite_module modules/mod_rewrite.so‸'],
    });
    checkCompletion('LoadModule rewrite_module modules/mod_d‸av.so\n', {
      accept: ['modules/mod_rewrite.so', 'LoadModule rewrite_module modules/mod_rewrite.so‸\n'],
    });
  });

  test('the documentation is about the module', () => {
    const text = documentationOf(completions('LoadModule ‸'), 'rewrite_module');
    assert.ok(text.includes('a2enmod rewrite') && text.includes('`mod_rewrite.c`'), text);
  });
});
