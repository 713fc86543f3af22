import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findingsIn, fixes, NO_SETTINGS } from '../../server/src/engine/engine.ts';
import { surveyTree } from '../support/survey.ts';
import { treeOf } from '../support/tree.ts';

const BASE = 'file:///srv/httpd';

/** The findings of a file of a tree, and the titles of the repairs of each. */
function look(text: string, first: string, file = first) {
  const seen = surveyTree(treeOf(text, BASE, first), NO_SETTINGS);
  const found = findingsIn(seen, `${BASE}/${file}`, NO_SETTINGS);
  return { found, titles: found.map((finding) => fixes(finding).map(({ title }) => title)) };
}

const debian = `IncludeOptional mods-enabled/*.load
IncludeOptional sites-enabled/*.conf
#- mods-enabled/mpm_event.load
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
#- sites-enabled/shop.conf
Listen 80
RewriteEngine On
RewriteRule ^/a$ /b
RewriteRule ^/c$ /d
`;

const redhat = `Include conf.modules.d/*.conf
Include conf.d/*.conf
#- conf.modules.d/00-base.conf
LoadModule unixd_module modules/mod_unixd.so
#LoadModule rewrite_module modules/mod_rewrite.so
#- conf.modules.d/00-mpm.conf
LoadModule mpm_event_module modules/mod_mpm_event.so
#- conf.d/shop.conf
Listen 80
RewriteEngine On
ProxyPassReverse /app http://127.0.0.1:8080/
LoadModule unixd_module modules/mod_unixd.so
`;

suite('a module that is not loaded', () => {
  test('is told of once in a file, with the number of the lines that lack it', () => {
    const { found } = look(debian, 'apache2.conf', 'sites-enabled/shop.conf');
    assert.deepEqual(
      found.map(({ code }) => code),
      ['module-not-loaded'],
    );
    assert.match(found[0]?.why ?? '', /2 more lines of this file/);
  });

  test('names the command of Debian, in the finding and in its repair', () => {
    const { found, titles } = look(debian, 'apache2.conf', 'sites-enabled/shop.conf');
    assert.match(found[0]?.why ?? '', /`a2enmod rewrite`/);
    assert.deepEqual(titles, [['Add LoadModule rewrite_module to apache2.conf (or run a2enmod rewrite)']]);
  });

  test('is loaded in the file that has such lines', () => {
    const { titles } = look(redhat, 'httpd.conf', 'conf.d/shop.conf');
    assert.deepEqual(titles, [
      ['Uncomment LoadModule rewrite_module in 00-base.conf'],
      ['Add LoadModule proxy_module to 00-base.conf'],
      ['Remove the line'],
    ]);
  });

  test('hides what else is wrong in its line', () => {
    const text = 'LoadModule mpm_event_module modules/mod_mpm_event.so\nServerName a\nListen 80\nRewriteEngine Yes\n';
    const { found } = look(text, 'httpd.conf');
    assert.deepEqual(
      found.map(({ code }) => code),
      ['module-not-loaded'],
    );
  });
});

test('the line that has loaded a module may be in another file', () => {
  const { found } = look(redhat, 'httpd.conf', 'conf.d/shop.conf');
  const [duplicate] = found.filter(({ code }) => code === 'duplicate-loadmodule');
  assert.deepEqual(
    duplicate?.related.map(({ uri, span }) => [uri, span]),
    [[`${BASE}/conf.modules.d/00-base.conf`, { start: 11, end: 23 }]],
  );
});

test('what is seen only at the start says so', () => {
  const { found } = look(
    'LoadModule mpm_event_module modules/mod_mpm_event.so\nLoadModule auth_form_module modules/mod_auth_form.so\nServerName a\nListen 80\n',
    'httpd.conf',
  );
  assert.deepEqual(
    found.map(({ refusedAt }) => refusedAt),
    ['start'],
  );
  assert.match(found[0]?.message ?? '', /`session_module` and `request_module`/);
  assert.match(found[0]?.why ?? '', /`httpd -t` passes, but the server does not start/);
});
