import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, htconf } from './command.ts';
import { checkJson, inShort } from './report.ts';

const FAULT = 'Options Indxes\n';
const FOUND = '1:9 error keyword-value';

/** Read in a <VirtualHost>, Listen is refused; in a loose file it may be right. */
const VHOST = '<VirtualHost *:80>\nInclude part.conf\n</VirtualHost>\n';
const REFUSED = ['part.conf:1:1 error wrong-context'];

test('in a folder the files that a main configuration includes are part of it', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': '<VirtualHost *:80>\nInclude extra/httpd-part.conf\n</VirtualHost>\n',
    'extra/httpd-part.conf': 'Listen 80\n',
    'extra/httpd-loose.conf': 'Listen 80\n',
  });
  const report = checkJson([], { cwd });
  assert.deepEqual(inShort(report), ['extra/httpd-part.conf:1:1 error wrong-context']);
  assert.equal(report.files, 3);
  assert.deepEqual(inShort(checkJson(['extra'], { cwd })), []);
});

test('a file with a ServerRoot is a main configuration, unless another one includes it', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': VHOST,
    'part.conf': 'ServerRoot /srv\nListen 80\n',
  });
  assert.deepEqual(inShort(checkJson(['part.conf'], { cwd })), []);
  assert.deepEqual(inShort(checkJson(['part.conf', 'httpd.conf'], { cwd })), ['part.conf:2:1 error wrong-context']);
});

test('what one of two main configurations finds wrong is mended there', (t) => {
  const load = 'LoadModule mpm_event_module modules/mod_mpm_event.so\n';
  const cwd = folderWith(t, {
    'a/httpd.conf': `${load}LoadModule rewrite_module modules/mod_rewrite.so\nInclude ../part.conf\n`,
    'b/httpd.conf': `${load}Include ../part.conf\n`,
    'part.conf': 'RewriteEngine On\n',
  });
  const { findings } = checkJson(['a', 'b', '--static-modules', 'redhat'], { cwd });
  const [missing] = findings.filter(({ file }) => file === 'part.conf');
  assert.equal(missing?.code, 'module-not-loaded');
  assert.deepEqual(
    missing.fixes[0]?.edits.map(({ file }) => file),
    ['b/httpd.conf'],
  );
});

test('of main configurations that include each other none is lost', (t) => {
  const cwd = folderWith(t, {
    'a/httpd.conf': `${FAULT}Include ../b/httpd.conf\n`,
    'b/httpd.conf': `${FAULT}Include ../a/httpd.conf\n`,
  });
  const report = checkJson(['.'], { cwd });
  assert.equal(report.files, 2);
  for (const folder of ['a', 'b']) assert.ok(inShort(report).includes(`${folder}/httpd.conf:${FOUND}`));
});

test('--root names the main configuration, whatever its name', (t) => {
  const cwd = folderWith(t, {
    'main/server.txt': `${FAULT}Include part.conf\n`,
    'main/part.conf': FAULT,
    'x.conf': '',
  });
  assert.deepEqual(inShort(checkJson(['--root', 'main/server.txt'], { cwd })), [
    `main/server.txt:${FOUND}`,
    `main/part.conf:${FOUND}`,
  ]);
});

test('with --root only what a PATH names is told', (t) => {
  const cwd = folderWith(t, { 'server.txt': `${FAULT}${VHOST}`, 'part.conf': 'Listen 80\n', 'loose.conf': FAULT });
  assert.deepEqual(inShort(checkJson(['part.conf'], { cwd })), []);
  assert.deepEqual(inShort(checkJson(['--root', 'server.txt', 'part.conf'], { cwd })), REFUSED);
  const loose = checkJson(['--root', 'server.txt', 'loose.conf'], { cwd });
  assert.deepEqual(inShort(loose), [`loose.conf:${FOUND}`]);
  assert.equal(loose.files, 1);
});

test('the standard input stands for the file of its name', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': VHOST, 'part.conf': '' });
  const args = ['--root', 'httpd.conf', '--stdin', '--stdin-filename', 'part.conf'];
  assert.deepEqual(inShort(checkJson(args, { cwd, input: 'Listen 80\n' })), REFUSED);
});

test('a comment names the main configuration of a file', (t) => {
  const cwd = folderWith(t, {
    'server.txt': '<VirtualHost *:80>\nInclude conf/x.conf\n</VirtualHost>\n',
    'conf/x.conf': '# htconf: root=../server.txt\nListen 80\n',
    'conf/y.conf': '# htconf: root=../missing.txt\nListen 80\n',
  });
  assert.deepEqual(inShort(checkJson(['conf/x.conf', 'conf/y.conf'], { cwd })), [
    'conf/x.conf:2:1 error wrong-context',
  ]);
});

test('--server-root says where the files of the server lie', (t) => {
  const cwd = folderWith(t, {
    'etc/httpd.conf': 'ServerRoot /srv/httpd\nInclude part\nInclude /srv/httpd/other\n',
    'tree/part': FAULT,
    'tree/other': FAULT,
  });
  assert.deepEqual(inShort(checkJson(['--server-root', 'tree', 'etc/httpd.conf'], { cwd })), [
    `tree/part:${FOUND}`,
    `tree/other:${FOUND}`,
  ]);
});

test('--env says what the environment holds', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'Include ${WHICH}.part\n',
    envvars: 'WHICH=a\nexport WHICH\n',
    'a.part': FAULT,
    'b.part': FAULT,
  });
  assert.deepEqual(inShort(checkJson(['httpd.conf'], { cwd })), []);
  assert.deepEqual(inShort(checkJson(['--env', 'envvars', 'httpd.conf'], { cwd })), [`a.part:${FOUND}`]);
});

test('--context makes each file stand for itself', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': VHOST, 'part.conf': 'Listen 80\n' });
  assert.deepEqual(inShort(checkJson(['--context', 'server', 'httpd.conf', 'part.conf'], { cwd })), []);
});

const CASE = 'loadModule dir_module modules/mod_dir.so\n';
const MENDED = 'LoadModule dir_module modules/mod_dir.so\n';

test('--fix changes included files only where a PATH holds them', (t) => {
  const cwd = folderWith(t, {
    'in/httpd.conf': `Include part\nInclude ../out/part\n${CASE}`,
    'in/part': `# caf\u00e9\n${CASE}`,
    'out/part': CASE,
  });
  const textOf = (file: string) => readFileSync(join(cwd, file), 'utf8');
  const { stdout } = htconf(['check', '--fix', 'in'], { cwd });
  assert.match(stdout, /Made 2 safe changes\./);
  assert.match(stdout, /^out\/part:1:1 info .*\[directive-case\]$/m);
  assert.deepEqual(['in/httpd.conf', 'in/part', 'out/part'].map(textOf), [
    `Include part\nInclude ../out/part\n${MENDED}`,
    `# caf\u00e9\n${MENDED}`,
    CASE,
  ]);
  assert.match(htconf(['check', '--fix', 'in/httpd.conf', 'out/part'], { cwd }).stdout, /Made 1 safe change\./);
  assert.equal(textOf('out/part'), MENDED);
});

test('what cannot be understood is one sentence and exit code 2', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': '', 'x/readme': '' });
  const cases: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [['--root', 'missing.conf'], /missing\.conf cannot be read: it does not exist/],
    [['--root', 'missing.conf', 'httpd.conf'], /missing\.conf cannot be read: it does not exist/],
    [['--root', 'x'], /--root names x, which is not a file/],
    [['--root', 'httpd.conf', '--context', 'server'], /--context .* --root .*: give one/],
    [['--server-root', 'missing'], /missing cannot be read: it does not exist/],
    [['--server-root', 'httpd.conf'], /--server-root names httpd\.conf, which is not a folder/],
    [['--env', 'missing'], /missing cannot be read: it does not exist/],
  ];
  for (const [args, sentence] of cases) {
    const { code, stderr } = htconf(['check', ...args], { cwd });
    assert.match(stderr, sentence);
    assert.match(stderr, /^htconf: [^\n]+\n$/, args.join(' '));
    assert.equal(code, 2);
  }
});
