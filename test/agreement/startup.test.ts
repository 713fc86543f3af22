import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Input } from '../support/oracle/oracle.ts';
import { asMain } from './case.ts';
import type { Expected } from './compare.ts';
import { compareCase, type Compared } from './compared.ts';
import { explain } from './explain.ts';
import { furtherFolder, furtherMissing } from './furtherCases.ts';
import { prelude } from './preludes.ts';
import { readTable, type Row } from './table.ts';

/** Two `Listen` lines that were really started: `listen:A+B`, with `P` for the port. */
const pair = /^listen:(.*)\+(.*)$/;

const columns = ['name', 'test_ok', 'started'] as const;
type StartupRow = Row<(typeof columns)[number]>;

suite('pairs of Listen that were really started', { skip: furtherMissing }, () => {
  test('each is found where httpd refuses it, and no other', (t) => {
    const rows = readTable(join(furtherFolder, 'httpd/startup.tsv'), columns).filter(({ name }) => pair.test(name));
    t.diagnostic(`${rows.length} pairs`);
    assert.ok(rows.length > 20);
    const compared = rows.map(compareRow);
    const wrong = compared.filter(({ outcome }) => outcome !== 'agrees');
    assert.equal(wrong.length, 0, explain(wrong));
  });
});

function compareRow(row: StartupRow): Compared {
  const [, first = '', second = ''] = pair.exec(row.name) ?? [];
  const text = [first, second].map((address) => `Listen ${address.replace('P', '8098')}\n`).join('');
  const input: Input = { text, kind: 'main', ...prelude('std') };
  return compareCase(
    { id: row.name, group: 'listen', input, untold: '', tags: [], since: '', ...asMain(input) },
    expectedOf(row),
  );
}

/** httpd names no line when it starts; it cannot be any other than the second one. */
function expectedOf({ test_ok: accepted, started }: StartupRow): Expected {
  if (accepted !== 'ok') return { refusedAt: 'configtest', lines: [2] };
  return started === 'y' ? { lines: [] } : { refusedAt: 'start', lines: [2] };
}
