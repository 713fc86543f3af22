import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, htconf, htconfWithoutSpace, modesCount } from './command.ts';
import { checkJson, inShort } from './report.ts';

const BEFORE = 'loadModule dir_module modules/mod_dir.so\nLoadModul mime_module modules/mod_mime.so\n';
const AFTER = BEFORE.replace('loadModule', 'LoadModule');

test('--fix makes safe repairs only, and reports what is left', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': BEFORE });
  const { code, stdout } = htconf(['check', '--fix'], { cwd });
  assert.equal(readFileSync(join(cwd, 'httpd.conf'), 'utf8'), AFTER);
  assert.match(stdout, /^httpd\.conf:2:1 error [^\n]* \[unknown-directive\]\n/);
  assert.match(stdout, /\nMade 1 safe change\.\n1 error in 1 file\.\n$/);
  assert.equal(code, 1);
  assert.deepEqual(readdirSync(cwd), ['httpd.conf']);
});

test('positions are those of the file after the repairs', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': '<Directory "/srv">\n</Directory\nOptions Indxes\n' });
  const report = checkJson(['--fix'], { cwd });
  const text = readFileSync(join(cwd, 'httpd.conf'), 'utf8');
  assert.equal(text, '<Directory "/srv">\n</Directory>\nOptions Indxes\n');
  assert.deepEqual(inShort(report), ['httpd.conf:3:9 error keyword-value']);
  assert.equal(report.findings[0]?.offset, text.indexOf('Indxes'));
});

test('what is off is not repaired', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': BEFORE });
  htconf(['check', '--fix', '--rule', 'directive-case=off'], { cwd });
  assert.equal(readFileSync(join(cwd, 'httpd.conf'), 'utf8'), BEFORE);
});

test('a file without a safe repair is not written', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': AFTER });
  const before = statSync(join(cwd, 'httpd.conf'), { bigint: true });
  const { stdout } = htconf(['check', '--fix'], { cwd });
  const after = statSync(join(cwd, 'httpd.conf'), { bigint: true });
  assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
  assert.doesNotMatch(stdout, /Made/);
});

test('bytes that are no UTF-8, a byte order mark and line ends stay', (t) => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const cwd = folderWith(t, {
    'a.conf': latin(`# caf\xe9\r\n${BEFORE}\xff`),
    'b.conf': `\ufeff# caf\u00e9 \u{1f512}\r\n${BEFORE}`,
  });
  htconf(['check', '--fix', 'a.conf', 'b.conf'], { cwd });
  assert.deepEqual(readFileSync(join(cwd, 'a.conf')), latin(`# caf\xe9\r\n${AFTER}\xff`));
  assert.deepEqual(readFileSync(join(cwd, 'b.conf')), Buffer.from(`\ufeff# caf\u00e9 \u{1f512}\r\n${AFTER}`));
});

const WINDOWS = process.platform === 'win32' && 'Windows has no such modes and links';

test('mode and link stay', { skip: WINDOWS }, (t) => {
  const cwd = folderWith(t, { 'real/x.conf': BEFORE });
  chmodSync(join(cwd, 'real/x.conf'), 0o640);
  symlinkSync('real/x.conf', join(cwd, 'httpd.conf'));
  htconf(['check', '--fix', 'httpd.conf'], { cwd });
  assert.ok(lstatSync(join(cwd, 'httpd.conf')).isSymbolicLink());
  assert.equal(readFileSync(join(cwd, 'real/x.conf'), 'utf8'), AFTER);
  assert.equal(statSync(join(cwd, 'real/x.conf')).mode & 0o7777, 0o640);
  assert.deepEqual(readdirSync(join(cwd, 'real')), ['x.conf']);
});

test('when writing fails the file stays, and its findings are shown', { skip: WINDOWS }, (t) => {
  const cwd = folderWith(t, { 'httpd.conf': BEFORE });
  const { code, stdout, stderr } = htconfWithoutSpace(['check', '--fix'], cwd);
  assert.match(stderr, /^htconf: httpd\.conf cannot be written: [^\n]+\.\n$/);
  assert.match(stdout, /1 error, 1 info in 1 file\./);
  assert.equal(code, 2);
  assert.equal(readFileSync(join(cwd, 'httpd.conf'), 'utf8'), BEFORE);
  assert.deepEqual(readdirSync(cwd), ['httpd.conf']);
});

if (modesCount) {
  test('neither a read-only file nor one in a read-only folder is written', (t) => {
    const cwd = folderWith(t, { 'file/httpd.conf': BEFORE, 'folder/httpd.conf': BEFORE });
    chmodSync(join(cwd, 'file/httpd.conf'), 0o400);
    chmodSync(join(cwd, 'folder'), 0o500);
    const { code, stderr } = htconf(['check', '--fix', 'file', 'folder'], { cwd });
    chmodSync(join(cwd, 'folder'), 0o700);
    assert.equal(code, 2);
    assert.deepEqual(stderr.split('\n'), [
      'htconf: file/httpd.conf cannot be written: permission is denied.',
      'htconf: folder/httpd.conf cannot be written: permission is denied.',
      '',
    ]);
    for (const folder of ['file', 'folder']) {
      assert.equal(readFileSync(join(cwd, folder, 'httpd.conf'), 'utf8'), BEFORE);
    }
  });
}
