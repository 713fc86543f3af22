import assert from 'node:assert/strict';
import { mkdirSync, rmdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { folderWith } from './command.ts';
import { checkJson, inShort } from './report.ts';

const MAIN = `LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
IncludeOptional mods-enabled/*.load
IncludeOptional mods-enabled/*.conf
ServerName localhost
Listen 80
Define SITES /srv/sites
IncludeOptional conf-enabled/*.conf
IncludeOptional sites-enabled/*.conf
`;

/** Debian's layout with these files, and links to what is enabled. */
function debianTree(t: TestContext, files: Readonly<Record<string, string>>, enabled: readonly string[] = []): string {
  const cwd = folderWith(t, { 'apache2.conf': MAIN, ...files });
  for (const kind of ['sites', 'conf', 'mods']) mkdirSync(join(cwd, `${kind}-enabled`), { recursive: true });
  for (const path of enabled) symlinkSync(`../${path}`, join(cwd, path.replace('-available', '-enabled')));
  return cwd;
}

/** What is found in a file that is named alone, and so it must be told in the whole folder. */
function found(cwd: string, file: string): string[] {
  const alone = inShort(checkJson([file], { cwd }));
  const inFolder = inShort(checkJson(['.'], { cwd })).filter((one) => one.startsWith(`${file}:`));
  assert.deepEqual(alone, inFolder);
  return alone.map((one) => one.slice(file.length + 1));
}

test('a file that is not enabled is judged as if it were', (t) => {
  const file = 'sites-available/shop.conf';
  const text = '<IfDefine SITES>\nLissten 81\n</IfDefine>\nInclude snippets/none.conf\nAllowOverride All\n';
  const cwd = debianTree(t, { [file]: text });
  const expected = ['2:1 error unknown-directive', '4:9 warning include-missing', '5:1 error wrong-context'];
  assert.deepEqual(found(cwd, file), expected);
  symlinkSync('../sites-available/shop.conf', join(cwd, 'sites-enabled/shop.conf'));
  assert.deepEqual(found(cwd, file), expected);
});

test('a file in the folder of what is enabled has the main configuration beside it', (t) => {
  const cwd = debianTree(t, { 'sites-enabled/shop.conf': '<IfDefine SITES>\nLissten 81\n</IfDefine>\n' });
  assert.deepEqual(found(cwd, 'sites-enabled/shop.conf'), ['2:1 error unknown-directive']);
});

test('where nothing was ever enabled the folder need not be there', (t) => {
  const file = 'sites-available/shop.conf';
  const cwd = debianTree(t, { [file]: 'AllowOverride All\n' });
  rmdirSync(join(cwd, 'sites-enabled'));
  assert.deepEqual(found(cwd, file), ['1:1 error wrong-context']);
});

test('a file that would not be read under its name stands for itself', (t) => {
  const file = 'sites-available/shop.conf.old';
  const cwd = debianTree(t, { [file]: '<IfDefine SITES>\nLissten 81\n</IfDefine>\nAllowOverride All\n' });
  assert.deepEqual(found(cwd, file), ['2:1 warning unknown-directive']);
});

test('it is read behind what comes before it by name, and changes nothing in other files', (t) => {
  const load = 'LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so\n';
  const macro = '<Macro Site>\nServerSignature Off\n</Macro>\n';
  const cwd = debianTree(
    t,
    {
      'mods-available/macro.load': 'LoadModule macro_module /usr/lib/apache2/modules/mod_macro.so\n',
      'sites-available/a.conf': `${load}${macro}`,
      'sites-available/b.conf': `${load}Use Site\nUse Other\nDefine B\nLoadModule env_module modules/mod_env.so\n`,
      'sites-available/c.conf':
        '<Macro Other>\n</Macro>\nUse Other\n<IfDefine B>\nLissten 1\n</IfDefine>\nLoadModule env_module modules/mod_env.so\n',
    },
    ['mods-available/macro.load', 'sites-available/a.conf', 'sites-available/c.conf'],
  );
  assert.deepEqual(found(cwd, 'sites-available/b.conf'), [
    '1:12 warning duplicate-loadmodule',
    '3:5 error unknown-macro',
  ]);
  assert.deepEqual(found(cwd, 'sites-available/c.conf'), ['5:1 warning unknown-directive']);
});

test('modules may be enabled together with it', (t) => {
  const files = {
    'sites-available/secure.conf': 'SSLEngine on\n<IfModule mod_ssl.c>\nSSLEngine on\n</IfModule>\n',
    'mods-available/proxy_http.load': 'LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so\n',
    'mods-available/example.conf': 'ExampleThing on\nLissten 80\n',
    'mods-available/ssl.conf': 'SSLRandomSeed startup builtin\n',
  };
  const cwd = debianTree(t, files);
  assert.deepEqual(found(cwd, 'sites-available/secure.conf'), []);
  assert.deepEqual(found(cwd, 'mods-available/proxy_http.load'), []);
  assert.deepEqual(found(cwd, 'mods-available/example.conf'), [
    '1:1 warning unknown-directive',
    '2:1 error unknown-directive',
  ]);
  assert.deepEqual(found(cwd, 'mods-available/ssl.conf'), []);
});

test('an MPM takes the place of another', (t) => {
  const load = (mpm: string) => `LoadModule mpm_${mpm}_module /usr/lib/apache2/modules/mod_mpm_${mpm}.so\n`;
  const cwd = debianTree(
    t,
    {
      'apache2.conf': MAIN.slice(MAIN.indexOf('\n') + 1),
      'mods-available/mpm_event.load': load('event'),
      'mods-available/mpm_event.conf': 'ThreadsPerChild 25\n',
      'mods-available/mpm_prefork.load': load('prefork'),
      'mods-available/mpm_prefork.conf': 'MinSpareServers 5\n',
      'mods-available/other.load': load('worker'),
    },
    ['mods-available/mpm_event.load', 'mods-available/mpm_event.conf'],
  );
  assert.deepEqual(found(cwd, 'mods-available/mpm_prefork.load'), []);
  assert.deepEqual(found(cwd, 'mods-available/mpm_prefork.conf'), []);
  assert.deepEqual(found(cwd, 'mods-available/other.load'), ['1:12 error several-mpms']);
});
