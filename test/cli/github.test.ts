import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { githubReport } from '../../server/src/cli/report/github.ts';
import { folderWith, htconf, type RunOptions } from './command.ts';
import { shownOf } from './shown.ts';

/** The lines of the report, without the place of the checkout of whoever runs the tests. */
function linesOf(args: readonly string[], { cwd, env }: RunOptions): string[] {
  return htconf(['check', '--format', 'github', ...args], { cwd, env: { GITHUB_WORKSPACE: cwd, ...env } }).stdout.split(
    '\n',
  );
}

test('each finding is a command, and the last line counts them', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'loadModule dir_module modules/mod_dir.so\n\tFoo\n<IfModule mod_rewrit.c>\n</IfModule>\n',
  });
  const lines = linesOf(['--rule', 'unknown-directive=error'], { cwd });
  assert.deepEqual(
    lines.map((line) => line.replace(/^(::.+?)::.*/, '$1')),
    [
      '::notice file=httpd.conf,line=1,col=1,endLine=1,endColumn=11,title=htconf%3A directive-case',
      '::error file=httpd.conf,line=2,col=2,endLine=2,endColumn=5,title=htconf%3A unknown-directive',
      '::warning file=httpd.conf,line=3,col=11,endLine=3,endColumn=23,title=htconf%3A dead-condition',
      '1 error, 1 warning, 1 info in 1 file.',
      '',
    ],
  );
  assert.match(lines[1] ?? '', /::.*`Foo`.*%0A./);
});

test('hints are left out', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'loadModule dir_module modules/mod_dir.so\n' });
  assert.deepEqual(linesOf(['--rule', 'directive-case=hint'], { cwd }), ['Nothing found in 1 file.', '']);
});

test('files are named from the top of the checkout', (t) => {
  const folder = folderWith(t, { 'deploy/conf/httpd.conf': 'Foo\n', 'other/x': '' });
  const [line] = linesOf(['conf'], { cwd: join(folder, 'deploy'), env: { GITHUB_WORKSPACE: folder } });
  assert.match(line ?? '', / file=deploy\/conf\/httpd\.conf,/);
});

test('no sign of a name or a message ends a command', () => {
  const shown = shownOf({ file: 'a,b:c%.conf', message: '50% of\n::error::x\r', why: 'a:b,c' });
  const [line, ...rest] = githubReport(reportWith(shown), process.cwd()).split('\n');
  assert.equal(
    line,
    '::error file=a%2Cb%3Ac%25.conf,line=3,col=2,endLine=3,endColumn=7,title=htconf%3A unknown-directive::50%25 of\ufffd::error::x\ufffd%0Aa:b,c',
  );
  assert.deepEqual(rest, ['1 error in 1 file.', '']);
});

test('of a mark over several lines only the lines are told, of a whole file nothing', () => {
  const over = shownOf({ endLine: 5, endColumn: 1 });
  const whole = { row: shownOf({}).row, onlyDimmed: false };
  const lines = githubReport(reportWith(over, whole), process.cwd()).split('\n');
  assert.match(lines[0] ?? '', /^::error file=httpd\.conf,line=3,endLine=5,title=/);
  assert.match(lines[1] ?? '', /^::error file=httpd\.conf,title=/);
});

function reportWith(...shown: Parameters<typeof githubReport>[0]['shown']): Parameters<typeof githubReport>[0] {
  return { shown, files: ['httpd.conf'], fixed: 0, failing: ['error'], problems: [], exitCode: 1 };
}
