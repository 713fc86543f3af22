import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { inRounds } from '../../tools/bench/rounds.ts';

test('the bench works, and prints a table', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'tools/bench/main.ts', '--quick'], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  assert.equal(status, 0, stderr);
  const [machine = '', , , ...table] = stdout.trimEnd().split('\n');
  assert.match(machine, / cores, .* Node v\d/);
  const rows = table.map((row) => row.split('|').map((cell) => cell.trim()));
  const what = rows.slice(2).map(([, name = '', of = '']) => `${name}: ${of}`);
  assert.deepEqual(what, [
    'start of the server, until `initialize` is answered: ',
    'keystroke, until the findings are there: 200 lines',
    '`htconf check`: 200 lines',
    'keystroke, until the findings are there: 5 files',
    '`htconf check`: 5 files',
  ]);
  for (const row of rows.slice(2)) assert.match(row[3] ?? '', /^\d+(\.\d)? ms$/);
});

test('things are measured in turn, and rounds to warm up do not count', async () => {
  const order: string[] = [];
  const thing = (who: string, times: number[]) => ({
    ...{ what: 'work', size: '', who },
    run: () => {
      order.push(who);
      return Promise.resolve(times.shift() ?? 0);
    },
  });
  const times = await inRounds([thing('a', [99, 3, 1, 2]), thing('b', [99, 5, 5, 7])], {
    ...{ warmUp: 1, rounds: 3 },
    tell: () => undefined,
  });
  assert.equal(order.join(''), 'abababab');
  assert.deepEqual(
    times.map(({ who, median, high }) => [who, median, high]),
    [
      ['a', 2, 3],
      ['b', 5, 7],
    ],
  );
});
