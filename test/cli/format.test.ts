import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, htconf, htconfBytes, htconfWithoutSpace, modesCount } from './command.ts';

const BEFORE = '<directory "/srv">\nOptions Indexes   \n</Directory>';
const AFTER = '<directory "/srv">\n    Options Indexes\n</Directory>\n';

test('rewrites what is not formatted, and says which files that were', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': BEFORE, '.htaccess': 'Options Indexes\n' });
  const kept = statSync(join(cwd, '.htaccess'), { bigint: true });
  assert.deepEqual(htconf(['format'], { cwd }), {
    code: 0,
    stdout: 'changed httpd.conf\n1 of 2 files changed.\n',
    stderr: '',
  });
  assert.equal(readFileSync(join(cwd, 'httpd.conf'), 'utf8'), AFTER);
  assert.equal(statSync(join(cwd, '.htaccess'), { bigint: true }).mtimeNs, kept.mtimeNs);
  assert.deepEqual(htconf(['format'], { cwd }).stdout, '0 of 2 files changed.\n');
  assert.deepEqual(readdirSync(cwd).sort(), ['.htaccess', 'httpd.conf']);
});

test('--check writes nothing and fails where a file would change', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': BEFORE, '.htaccess': 'Options Indexes\n' });
  assert.deepEqual(htconf(['format', '--check'], { cwd }), {
    code: 1,
    stdout: 'would change httpd.conf\n1 of 2 files would change.\n',
    stderr: '',
  });
  assert.equal(readFileSync(join(cwd, 'httpd.conf'), 'utf8'), BEFORE);
  assert.equal(htconf(['format', '--check', '.htaccess'], { cwd }).code, 0);
});

test('--diff writes nothing but what would change', (t) => {
  const cwd = folderWith(t, { 'conf/httpd.conf': BEFORE, '.htaccess': 'Options Indexes\n' });
  const { code, stdout, stderr } = htconf(['format', '--diff'], { cwd });
  assert.equal(
    stdout,
    [
      '--- a/conf/httpd.conf',
      '+++ b/conf/httpd.conf',
      '@@ -1,3 +1,3 @@',
      ' <directory "/srv">',
      '-Options Indexes   ',
      '-</Directory>',
      '\\ No newline at end of file',
      '+    Options Indexes',
      '+</Directory>',
      '',
    ].join('\n'),
  );
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.equal(readFileSync(join(cwd, 'conf/httpd.conf'), 'utf8'), BEFORE);
  assert.equal(htconf(['format', '--diff', '--check'], { cwd }).code, 1);
});

const hasGit = spawnSync('git', ['--version']).status === 0;

test('git applies what --diff says', { skip: !hasGit && 'git is not installed' }, (t) => {
  const text = '\r\n\n\n\n<IfModule a>\n  <IfModule b>\nListen 80\r\n</IfModule>\n</IfModule>\n'.repeat(20);
  const cwd = folderWith(t, { 'httpd.conf': Buffer.from(`# caf\xe9\n${text}Listen 81`, 'latin1') });
  const patch = htconfBytes(['format', '--diff'], { cwd }).stdout;
  const stdin = ['--stdin', '--stdin-filename', 'httpd.conf'];
  const input = readFileSync(join(cwd, 'httpd.conf'));
  const formatted = htconfBytes(['format', ...stdin], { cwd, input }).stdout;
  const applied = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: patch });
  assert.equal(applied.status, 0, applied.stderr.toString());
  assert.notDeepEqual(formatted, input);
  assert.deepEqual(readFileSync(join(cwd, 'httpd.conf')), formatted);
});

test('--stdin writes the formatted text to the standard output', (t) => {
  const cwd = folderWith(t, {});
  const stdin = ['--stdin', '--stdin-filename', 'conf/httpd.conf'];
  assert.deepEqual(htconf(['format', ...stdin], { cwd, input: BEFORE }), { code: 0, stdout: AFTER, stderr: '' });
  assert.equal(htconf(['format', ...stdin], { cwd, input: AFTER }).stdout, AFTER);
  assert.equal(htconf(['format', '--check', ...stdin], { cwd, input: BEFORE }).code, 1);
  assert.equal(htconf(['format', '--check', ...stdin], { cwd, input: AFTER }).code, 0);
  assert.match(htconf(['format', '--diff', ...stdin], { cwd, input: BEFORE }).stdout, /^--- a\/conf\/httpd\.conf\n/);
});

test('--indent and --directive-case', (t) => {
  const cwd = folderWith(t, {});
  const formatted = (...args: string[]) =>
    htconf(['format', '--stdin', '--stdin-filename', 'httpd.conf', ...args], { cwd, input: BEFORE }).stdout;
  assert.equal(formatted('--indent', '2'), AFTER.replace('    ', '  '));
  assert.equal(formatted('--indent', '16'), AFTER.replace('    ', ' '.repeat(16)));
  assert.equal(formatted('--indent=tab'), AFTER.replace('    ', '\t'));
  assert.equal(formatted('--directive-case', 'canonical'), AFTER.replace('<directory', '<Directory'));
  assert.equal(formatted('--directive-case', 'preserve'), AFTER);
});

test('bytes that are no UTF-8, a byte order mark and line ends stay', (t) => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const cwd = folderWith(t, {
    'a.conf': latin('<Files caf\xe9>\r\nOptions None\r\n</Files>\r\n'),
    'b.conf': '\ufeff# \u{1f512}  \r\nOptions None',
  });
  assert.equal(htconf(['format', 'a.conf', 'b.conf'], { cwd }).code, 0);
  assert.deepEqual(readFileSync(join(cwd, 'a.conf')), latin('<Files caf\xe9>\r\n    Options None\r\n</Files>\r\n'));
  assert.deepEqual(readFileSync(join(cwd, 'b.conf')), Buffer.from('\ufeff# \u{1f512}\r\nOptions None\r\n'));
});

const WINDOWS = process.platform === 'win32' && 'Windows has no such shell';

test('when writing fails the file stays, and that is said', { skip: WINDOWS }, (t) => {
  const cwd = folderWith(t, { 'httpd.conf': BEFORE });
  const { code, stdout, stderr } = htconfWithoutSpace(['format'], cwd);
  assert.match(stderr, /^htconf: httpd\.conf cannot be written: [^\n]+\.\n$/);
  assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
  assert.equal(readFileSync(join(cwd, 'httpd.conf'), 'utf8'), BEFORE);
  assert.deepEqual(readdirSync(cwd), ['httpd.conf']);
});

if (modesCount) {
  test('a file that cannot be written does not keep the others from it', (t) => {
    const cwd = folderWith(t, { 'apache2.conf': BEFORE, 'httpd.conf': BEFORE });
    chmodSync(join(cwd, 'apache2.conf'), 0o400);
    assert.deepEqual(htconf(['format'], { cwd }), {
      code: 2,
      stdout: 'changed httpd.conf\n1 of 1 file changed.\n',
      stderr: 'htconf: apache2.conf cannot be written: permission is denied.\n',
    });
    assert.equal(readFileSync(join(cwd, 'apache2.conf'), 'utf8'), BEFORE);
  });
}
