import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { folderWith, htconf, makePipe, modesCount } from './command.ts';
import { NO_LINKS, NO_PIPES } from '../support/lacking.ts';
import { checkJson } from './report.ts';

/** One fault, so that each file that is read shows. */
const FAULT = 'Options Indxes\n';

function faultsIn(t: TestContext, files: readonly string[]): string {
  return folderWith(t, Object.fromEntries(files.map((file) => [file, FAULT])));
}

function filesFound(paths: readonly string[], cwd: string): string[] {
  const faults = checkJson(paths, { cwd }).findings.filter((row) => row.code === 'keyword-value');
  return faults.map((row) => row.file);
}

test('a folder means the files that the extension would claim', (t) => {
  const claimed = [
    ...['.htaccess', 'apache2.conf', 'deep/er/.htaccess', 'httpd-vhosts.conf.in', 'httpd.conf', 'HTTPD.CONF.IN'],
    ...['apache/x/y.conf', 'apache2/mods.conf', 'conf.modules.d/00-base.conf', 'extra/httpd-ssl.conf'],
    ...[
      'mods-available/ssl.conf',
      'mods-enabled/ssl.load',
      'sites-available/000-default',
      'sites-enabled/.hidden.conf',
    ],
    ...['a.vhost', 'b.apacheconf', 'c.htaccess', 'D.VHOST'],
  ];
  const others = ['x.conf', 'nginx/nginx.conf', '.htpasswd', 'readme.md', 'extra/other.conf', 'sites-available/deep/x'];
  const cwd = faultsIn(t, [...claimed, ...others, '.git/httpd.conf', 'node_modules/a/httpd.conf']);
  assert.deepEqual(new Set(filesFound([], cwd)), new Set(claimed));
});

test('files come by name, those of a folder before its folders', (t) => {
  const cwd = faultsIn(t, ['conf/httpd.conf', 'httpd.conf', 'apache2.conf', 'a/.htaccess']);
  assert.deepEqual(filesFound(['.'], cwd), ['apache2.conf', 'httpd.conf', 'a/.htaccess', 'conf/httpd.conf']);
  assert.deepEqual(filesFound(['httpd.conf', '.'], cwd)[0], 'httpd.conf');
});

test('a file that is named is read whatever its name, and once', (t) => {
  const cwd = faultsIn(t, ['x.conf', 'node_modules/httpd.conf']);
  assert.deepEqual(filesFound(['x.conf', './x.conf', join(cwd, 'x.conf')], cwd), ['x.conf']);
  assert.deepEqual(filesFound(['node_modules'], cwd), ['node_modules/httpd.conf']);
});

test('two spellings of one file are one file', (t) => {
  const cwd = faultsIn(t, ['httpd.conf']);
  const isCaseBlind = existsSync(join(cwd, 'HTTPD.CONF'));
  const { files } = checkJson(isCaseBlind ? ['httpd.conf', 'HTTPD.conf', 'Httpd.CONF'] : ['httpd.conf'], { cwd });
  assert.equal(files, 1);
});

test('a folder whose files were named before holds files', (t) => {
  const cwd = faultsIn(t, ['conf/httpd.conf']);
  for (const paths of [
    ['conf/httpd.conf', 'conf'],
    ['.', 'conf'],
    ['conf', 'conf'],
  ]) {
    assert.deepEqual(filesFound(paths, cwd), ['conf/httpd.conf']);
  }
});

test('a file behind several links is one file', { skip: NO_LINKS }, (t) => {
  const cwd = faultsIn(t, ['sites-available/a.conf']);
  mkdirSync(join(cwd, 'sites-enabled'));
  symlinkSync('../sites-available/a.conf', join(cwd, 'sites-enabled/a.conf'));
  symlinkSync('../sites-available/missing.conf', join(cwd, 'sites-enabled/missing.conf'));
  assert.deepEqual(filesFound([], cwd), ['sites-available/a.conf']);
  assert.deepEqual(filesFound(['sites-enabled'], cwd), ['sites-enabled/a.conf']);
});

test('links that lead round in a circle are not followed', { skip: NO_LINKS }, (t) => {
  const cwd = faultsIn(t, ['in/a/httpd.conf', 'other/b/httpd.conf', 'httpd.conf']);
  symlinkSync('..', join(cwd, 'in/a/up'));
  symlinkSync(cwd, join(cwd, 'in/out'));
  symlinkSync('/', join(cwd, 'in/everything'));
  symlinkSync('../other', join(cwd, 'in/other'));
  symlinkSync('self', join(cwd, 'in/self'));
  assert.deepEqual(filesFound(['in'], cwd), ['in/a/httpd.conf', 'in/other/b/httpd.conf']);
});

const NOT_LINUX = process.platform !== 'linux' && 'only Linux has a regular file that nobody can read';

test('what cannot be read is said, and the rest is checked', { skip: NOT_LINUX }, (t) => {
  const cwd = faultsIn(t, ['httpd.conf']);
  symlinkSync('/proc/self/mem', join(cwd, 'apache2.conf'));
  const { code, stdout, stderr } = htconf(['check'], { cwd });
  assert.equal(code, 2);
  assert.match(stdout, /^httpd\.conf:1:9 error/);
  assert.match(stderr, /^htconf: apache2\.conf cannot be read: [^\n]+\.\n$/);
});

if (modesCount) {
  test('a file or folder without permission is named', (t) => {
    const cwd = faultsIn(t, ['closed/httpd.conf', 'apache2.conf']);
    chmodSync(join(cwd, 'apache2.conf'), 0);
    chmodSync(join(cwd, 'closed'), 0);
    const { code, stdout, stderr } = htconf(['check'], { cwd });
    chmodSync(join(cwd, 'closed'), 0o700);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assert.deepEqual(stderr.split('\n').sort(), [
      '',
      'htconf: apache2.conf cannot be read: permission is denied.',
      'htconf: closed cannot be read: permission is denied.',
    ]);
  });
}

test('one path that is missing does not hide the others', (t) => {
  const cwd = faultsIn(t, ['httpd.conf']);
  const { code, stdout, stderr } = htconf(['check', 'missing.conf', 'httpd.conf'], { cwd });
  assert.match(stdout, /^httpd\.conf:1:9 error/);
  assert.equal(stderr, 'htconf: missing.conf cannot be read: it does not exist.\n');
  assert.equal(code, 2);
});

test('only regular files are read', { skip: NO_PIPES }, (t) => {
  const cwd = faultsIn(t, ['httpd.conf']);
  makePipe(join(cwd, '.htaccess'));
  symlinkSync('/dev/zero', join(cwd, 'apache2.conf'));
  assert.deepEqual(filesFound([], cwd), ['httpd.conf']);
  for (const path of ['/dev/zero', '.htaccess', 'apache2.conf']) {
    const { code, stderr } = htconf(['check', path], { cwd });
    assert.match(stderr, /^htconf: \S+ cannot be read: it is no regular file/);
    assert.equal(code, 2);
  }
});

test('a file of more than 16 MiB is left out, and that is said', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': FAULT, '.htaccess': '' });
  truncateSync(join(cwd, '.htaccess'), 16 * 1024 * 1024 + 1);
  const { files, findings } = checkJson([], { cwd });
  assert.equal(files, 2);
  assert.deepEqual(
    findings.map((row) => [row.file, row.line, row.column, row.severity, row.code]),
    [
      ['.htaccess', 1, 1, 'info', 'left-out'],
      ['httpd.conf', 1, 9, 'error', 'keyword-value'],
    ],
  );
  assert.match(htconf(['check'], { cwd }).stdout, /^\.htaccess:1:1 info [^\n]* \[left-out\]\n\nhttpd\.conf/);
});

test('a file of 16 MiB is read', (t) => {
  const line = `# ${'x'.repeat(997)}\n`;
  const text = FAULT + line.repeat((16 * 1024 * 1024 - FAULT.length) / line.length);
  const cwd = folderWith(t, { 'httpd.conf': text });
  assert.deepEqual(filesFound([], cwd), ['httpd.conf']);
});

test('of more than 10,000 files the first are read, and that is said', (t) => {
  const cwd = folderWith(t, {});
  for (let i = 0; i <= 10_000; i++) writeFileSync(join(cwd, `${String(i).padStart(5, '0')}.htaccess`), '');
  writeFileSync(join(cwd, '00000.htaccess'), FAULT);
  writeFileSync(join(cwd, '10000.htaccess'), FAULT);
  const { files, findings } = checkJson([], { cwd });
  assert.equal(files, 10_000);
  assert.deepEqual(
    findings.map((row) => [row.file, row.code]),
    [
      ['.', 'left-out'],
      ['00000.htaccess', 'keyword-value'],
    ],
  );
});
