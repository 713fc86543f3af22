import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { folderWith, htconf, htconfInto, htconfWithoutReader } from './command.ts';
import { checkJson, inShort } from './report.ts';

const OUTAGE = 'loadModule dir_module modules/mod_dir.so\n\tLoadModul mime_module modules/mod_mime.so\n';

test('tells people where, what, why, and how to mend it', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': OUTAGE });
  const { code, stdout, stderr } = htconf(['check', 'httpd.conf'], { cwd });
  const lines = stdout.split('\n');
  assert.match(lines[0] ?? '', /^httpd\.conf:1:1 info .*`LoadModule`.* \[directive-case\]$/);
  assert.match(lines[1] ?? '', /^ {4}\S/);
  assert.deepEqual(lines.slice(2, 6), [
    '      1 | loadModule dir_module modules/mod_dir.so',
    '        | ^^^^^^^^^^',
    '    safe fix: Change to LoadModule',
    '',
  ]);
  assert.match(lines[6] ?? '', /^httpd\.conf:2:2 error .*`LoadModul`.* \[unknown-directive\]$/);
  assert.deepEqual(lines.slice(8), [
    '      2 | \tLoadModul mime_module modules/mod_mime.so',
    '        | \t^^^^^^^^^',
    '    fix: Change to LoadModule',
    '',
    '1 error, 1 info in 1 file.',
    '--fix mends 1 of them.',
    '',
  ]);
  assert.equal(stderr, '');
  assert.equal(code, 1);
});

test('tells programs the same in one object', (t) => {
  const cwd = folderWith(t, { 'conf/httpd.conf': OUTAGE });
  const { version, files, findings } = checkJson(['conf/httpd.conf'], { cwd });
  assert.deepEqual({ version, files, findings: findings.length }, { version: 1, files: 1, findings: 2 });
  const [usual, unknown] = findings;
  assert.ok(usual && unknown);
  assert.deepEqual(Object.keys(usual), [
    ...['file', 'line', 'column', 'endLine', 'endColumn', 'offset', 'endOffset', 'severity'],
    ...['code', 'message', 'why', 'related', 'fixes'],
  ]);
  const { message, why = '', ...rest } = unknown;
  assert.match(message, /LoadModul/);
  assert.notEqual(why, '');
  const start = OUTAGE.indexOf('LoadModul ');
  assert.deepEqual(rest, {
    ...{ file: 'conf/httpd.conf', line: 2, column: 2, endLine: 2, endColumn: 11, offset: start, endOffset: start + 9 },
    ...{ severity: 'error', refusedAt: 'configtest', code: 'unknown-directive', related: [] },
    fixes: [
      {
        title: 'Change to LoadModule',
        safe: false,
        preferred: true,
        edits: [{ file: 'conf/httpd.conf', offset: start, endOffset: start + 9, text: 'LoadModule' }],
      },
    ],
  });
});

test('a related place has its own position', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': '<Directory "/srv">\n</Location>\n' });
  const [finding] = checkJson(['httpd.conf'], { cwd }).findings;
  const [related] = finding?.related ?? [];
  assert.equal(finding?.code, 'section-mismatched');
  assert.deepEqual({ ...related, message: '' }, { file: 'httpd.conf', line: 1, column: 2, message: '' });
});

test('columns and offsets count UTF-16 units, lines end with a line feed only', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': '# \u{1f512}\r\r\n\u{feff}\u{1f512}Foo On\n' });
  const unknown = checkJson(['httpd.conf'], { cwd }).findings.find((row) => row.code === 'unknown-directive');
  assert.deepEqual([unknown?.line, unknown?.offset], [2, 7]);
});

test('a file outside of the current folder has its whole path', (t) => {
  const folder = folderWith(t, { 'a/httpd.conf': OUTAGE, 'b/x': '' });
  const [finding] = checkJson(['../a/httpd.conf'], { cwd: `${folder}/b` }).findings;
  assert.equal(finding?.file, `${folder.replaceAll('\\', '/')}/a/httpd.conf`);
});

test('the exit code goes by --fail-on', (t) => {
  const cwd = folderWith(t, {
    'error.conf': 'LoadModul dir_module modules/mod_dir.so\n',
    'warning.conf': '<IfModule mod_rewrit.c>\n</IfModule>\n',
    'info.conf': 'loadModule dir_module modules/mod_dir.so\n',
    'hint.conf': '# htconf-ignore-file directive-case\nloadModule dir_module modules/mod_dir.so\n',
    'none.conf': 'LoadModule dir_module modules/mod_dir.so\n',
  });
  const files = ['error.conf', 'warning.conf', 'info.conf', 'hint.conf', 'none.conf'];
  const codes = (...args: string[]) => files.map((file) => htconf(['check', ...args, file], { cwd }).code);
  assert.deepEqual(codes(), [1, 0, 0, 0, 0]);
  assert.deepEqual(codes('--fail-on', 'error'), [1, 0, 0, 0, 0]);
  assert.deepEqual(codes('--fail-on', 'warning'), [1, 1, 0, 0, 0]);
  assert.deepEqual(codes('--fail-on=info'), [1, 1, 1, 0, 0]);
  assert.deepEqual(codes('--fail-on', 'never'), [0, 0, 0, 0, 0]);
});

test('says that nothing was found', (t) => {
  const cwd = folderWith(t, { 'a.conf': 'Listen 80\n', 'b.conf': '' });
  assert.deepEqual(htconf(['check', 'a.conf', 'b.conf'], { cwd }), {
    code: 0,
    stdout: 'Nothing found in 2 files.\n',
    stderr: '',
  });
});

test('a block that is not read is told to programs, and shown to nobody', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': '<IfVersion >= 2.6>\nListen 80\n</IfVersion>\n' });
  assert.deepEqual(inShort(checkJson([], { cwd })), ['httpd.conf:1:1 hint dead-branch']);
  assert.equal(htconf(['check'], { cwd }).stdout, 'Nothing found in 1 file.\n');
  assert.match(htconf(['check', '--rule', 'dead-branch=warning'], { cwd }).stdout, /1 warning/);
});

test('of a very long line only what is around the mark is shown', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': `Options ${'Indexes '.repeat(100)}Indxes ${'Indexes '.repeat(100)}\n` });
  const shown = htconf(['check'], { cwd }).stdout.split('\n').slice(2, 4);
  assert.match(shown[0] ?? '', /^ {6}1 \| … .*Indxes.* …$/);
  assert.equal(shown[1]?.indexOf('^'), shown[0]?.indexOf('Indxes'));
  assert.ok((shown[0]?.length ?? 0) < 200);
});

test('what a terminal would obey is not passed on', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'Foo\u001b[2J\u009b\u202ebar On\n' });
  const { stdout } = htconf(['check'], { cwd });
  assert.match(stdout, /\[unknown-directive\]/);
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  assert.doesNotMatch(stdout, /[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
});

test('there are no colours in a pipe', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': OUTAGE });
  assert.doesNotMatch(htconf(['check'], { cwd, env: { TERM: 'xterm-256color' } }).stdout, /\[\d+m/);
});

test('a reader that goes away is no fault', async (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'ServerRoot /srv\n' + 'Options Indxes\n'.repeat(1000) });
  for (const format of ['text', 'json']) {
    assert.deepEqual(await htconfWithoutReader(['check', '--format', format], cwd), { code: 1, stderr: '' });
  }
});

const NO_DEVICE = !existsSync('/dev/full') && 'there is no device /dev/full, which Linux has';

test('output that cannot be written is said', { skip: NO_DEVICE }, (t) => {
  const cwd = folderWith(t, { 'httpd.conf': OUTAGE });
  assert.deepEqual(htconfInto('/dev/full', ['check'], cwd), {
    code: 2,
    stderr: 'htconf: the output cannot be written: no space is left.\n',
  });
});

test('of one file a thousand findings are shown', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'Options Indxes\n'.repeat(1500) });
  const { findings } = checkJson([], { cwd });
  assert.equal(findings.length, 1001);
  assert.equal(findings[0]?.code, 'left-out');
  assert.match(htconf(['check'], { cwd }).stdout, /^httpd\.conf:1:1 info .* \[left-out\]\n\nhttpd\.conf:1:9 error/);
});
