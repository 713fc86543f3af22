import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, htconf } from './command.ts';
import { checkJson, inShort } from './report.ts';

const asStdin = (name: string) => ['--stdin', '--stdin-filename', name];

test('--stdin checks what comes in under the name that is given', (t) => {
  const cwd = folderWith(t, {});
  const input = 'Listen 80\n';
  assert.deepEqual(inShort(checkJson(asStdin('conf/x.conf'), { cwd, input })), []);
  const report = checkJson(asStdin('sub/.htaccess'), { cwd, input });
  assert.deepEqual(inShort(report), ['sub/.htaccess:1:1 error wrong-context']);
  assert.equal(report.findings[0]?.refusedAt, 'request');
  assert.equal(report.files, 1);
  assert.equal(htconf(['check', ...asStdin('.htaccess')], { cwd, input }).code, 1);
});

test('a byte order mark and bytes that are no UTF-8 come in as they are', (t) => {
  const cwd = folderWith(t, {});
  const input = Buffer.concat([Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from('Options Indxes\n')]);
  const [finding] = checkJson(asStdin('httpd.conf'), { cwd, input }).findings;
  assert.deepEqual([finding?.offset, finding?.endOffset], [11, 17]);
  const marked = checkJson(asStdin('httpd.conf'), { cwd, input: '\ufeff# x\n' });
  assert.deepEqual(inShort(marked), ['httpd.conf:1:1 error unknown-directive']);
});

test('more than 16 MiB are left out', (t) => {
  const cwd = folderWith(t, {});
  const input = Buffer.alloc(16 * 1024 * 1024 + 1, '#');
  assert.deepEqual(inShort(checkJson(asStdin('httpd.conf'), { cwd, input })), ['httpd.conf:1:1 info left-out']);
  const formatted = htconf(['format', ...asStdin('httpd.conf')], { cwd, input });
  assert.deepEqual({ ...formatted, stderr: '' }, { code: 2, stdout: '', stderr: '' });
  assert.match(formatted.stderr, /^htconf: httpd\.conf is larger than 16 MiB/);
});

test('--stdin and its name go together, and with nothing else', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': '' });
  const cases: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [['check', '--stdin'], /go together/],
    [['check', '--stdin-filename', 'x.conf'], /go together/],
    [['format', '--stdin'], /go together/],
    [['check', ...asStdin('x.conf'), 'httpd.conf'], /With --stdin there can be no PATH/],
    [['check', '--fix', ...asStdin('x.conf')], /--fix changes files, and --stdin has none/],
    [['check', '--stdin', '--stdin-filename', ''], /--stdin-filename takes NAME/],
  ];
  for (const [args, sentence] of cases) {
    const { code, stdout, stderr } = htconf(args, { cwd });
    assert.match(stderr, sentence);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
  }
});
