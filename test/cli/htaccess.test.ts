import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, htconf } from './command.ts';
import { checkJson, inShort } from './report.ts';

const MAIN = `Listen 8080
ServerName www.example.com
LoadModule mpm_event_module modules/mod_mpm_event.so
ServerRoot "/etc/httpd"
Define CODE 404
DocumentRoot "/etc/httpd/htdocs"
<Directory "/etc/httpd/htdocs">
    AllowOverride AuthConfig
</Directory>
`;

const REFUSED = 'htdocs/.htaccess:1:1 error override-not-granted';

test('in a folder the main configuration says what a .htaccess is granted', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': MAIN, 'htdocs/.htaccess': 'ErrorDocument ${CODE} /x\nBogus\n' });
  assert.deepEqual(inShort(checkJson([], { cwd })), [REFUSED, 'htdocs/.htaccess:2:1 error unknown-directive']);
});

test('a .htaccess that is named alone has its main configuration by --root', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': MAIN, 'htdocs/.htaccess': 'ErrorDocument 404 /x\n' });
  assert.deepEqual(inShort(checkJson(['htdocs/.htaccess'], { cwd })), []);
  assert.deepEqual(inShort(checkJson(['--root', 'httpd.conf', 'htdocs/.htaccess'], { cwd })), [REFUSED]);
});

test('the text of a .htaccess may come on the standard input', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': MAIN, 'htdocs/.htaccess': '' });
  const args = ['--root', 'httpd.conf', '--stdin', '--stdin-filename', 'htdocs/.htaccess'];
  assert.deepEqual(inShort(checkJson(args, { cwd, input: 'ErrorDocument 404 /x\n' })), [REFUSED]);
});

test('--allow-override says what is granted where the main configuration is not known', (t) => {
  const cwd = folderWith(t, { '.htaccess': 'ErrorDocument 404 /x\nOptions ExecCGI\n' });
  const found = (list: string) => inShort(checkJson(['--allow-override', list, '.htaccess'], { cwd }));
  const [fileinfo, options] = ['.htaccess:1:1 error override-not-granted', '.htaccess:2:9 error override-not-granted'];
  assert.deepEqual(found('All'), []);
  assert.deepEqual(found('FileInfo,Options=Indexes,MultiViews'), [options]);
  assert.deepEqual(found('fileinfo options=execcgi'), []);
  assert.deepEqual(found('AuthConfig Options=Indexes'), [fileinfo, options]);
  assert.deepEqual(found('None'), ['.htaccess:1:1 warning htaccess-ignored']);
});

test('--allow-override takes only words that AllowOverride takes', (t) => {
  const cwd = folderWith(t, { '.htaccess': '' });
  for (const list of ['FileInf', 'Options=Nonsense', 'Nonfatal']) {
    const { code, stderr } = htconf(['check', '--allow-override', list, '.htaccess'], { cwd });
    assert.equal(code, 2);
    assert.ok(stderr.includes(list), stderr);
  }
});
