import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { progressLine } from '../../server/src/cli/progress.ts';
import { folderWith } from './command.ts';

/** A terminal and a clock that a test sets. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const line = progressLine({ isTTY, columns: 10, write: (text) => written.push(text) }, () => clock.now);
  return { written, line, at: (now: number) => (clock.now = now) };
}

test('nothing is shown of short work', () => {
  const { written, line, at } = terminal(true);
  line.show('one');
  at(999);
  line.show('two');
  line.clear();
  assert.deepEqual(written, []);
});

test('of long work it is one line, which does not flicker, and is gone in the end', () => {
  const { written, line, at } = terminal(true);
  for (const now of [1000, 1050, 1099, 1100]) {
    at(now);
    line.show(`at ${String(now)}`);
  }
  line.clear();
  line.clear();
  assert.deepEqual(written, ['\r\x1b[Kat 1000', '\r\x1b[Kat 1100', '\r\x1b[K']);
});

test('it is not longer than the terminal is wide', () => {
  const { written, line, at } = terminal(true);
  at(2000);
  line.show('0123456789abc');
  assert.deepEqual(written, ['\r\x1b[K012345678']);
});

test('where there is no terminal, nothing is shown', () => {
  const { written, line, at } = terminal(false);
  at(2000);
  line.show('one');
  line.clear();
  assert.deepEqual(written, []);
});

/** A call on a terminal; its clock is put forward, so that the work counts as long. */
function onTerminal(t: Parameters<typeof folderWith>[0], env: Readonly<Record<string, string>>): string {
  const cwd = folderWith(t, {
    'site.conf': 'Options Indxes\n',
    'later.cjs': 'const now = performance.now.bind(performance);\nperformance.now = () => now() + 5000;\n',
  });
  const command = `'${process.execPath}' --require ./later.cjs '${resolve('dist/cli.cjs')}' check --format json site.conf > out.json`;
  writeFileSync(join(cwd, 'command.sh'), command);
  const { stdout, error } = spawnSync('script', ['-qec', 'sh command.sh', '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  return stdout;
}

const hasScript = spawnSync('script', ['--version']).status === 0;
const NO_SCRIPT = !hasScript && 'there is no script(1) of util-linux, which makes a terminal';

test('the command shows it on a terminal, and takes it away', { skip: NO_SCRIPT }, (t) => {
  const shown = onTerminal(t, { TERM: 'xterm' });
  assert.match(shown, /^\r\x1b\[KReading file 1.*\r\x1b\[K$/s); // eslint-disable-line no-control-regex -- these are written
  assert.equal(onTerminal(t, { TERM: 'dumb' }), '');
});
