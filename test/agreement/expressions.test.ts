import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import fc from 'fast-check';
import { readExpression } from '../../server/src/engine/kinds/expression/read.ts';
import type { Mode } from '../../server/src/engine/kinds/expression/scan.ts';
import { KEYS } from '../../server/src/engine/kinds/world.ts';
import { readTable } from '../engine/readTable.ts';
import { dispose, judge } from '../support/oracle/oracle.ts';
import { httpd, httpdMissing } from './liveHttpd.ts';
import { prelude } from './preludes.ts';

/** Pieces of expressions, whole and broken, without those that are refused as regular expressions alone. */
const PIECES: Readonly<Record<Mode, readonly string[]>> = {
  condition: [
    ...[
      "'a'",
      '"b"',
      "'10.0.0.0/8'",
      '12',
      '%{HTTP_HOST}',
      '%{NOPE}',
      '%{req:a%{TIME}$1}',
      '$1',
      "'x%{TIME}y'",
      "'\\9'",
    ],
    ...['==', '=', '!=', '<', '-eq', 'eq', '=~', '!~', 'in', '-strmatch', '-ipmatch', '-foo', '-n', '-f', '-R', '-q'],
    ...['and', 'or', 'not', '!', '&&', '||', 'true', 'false', '(', ')', '{', '}', ',', '.', '&', '-', '#', '%{', "'"],
    ...['/a/', 'm#b#i', '/', 'm', 'm_x', 'foo', 'tolower(', "req('a')", "nope('a')", "{'a', 'b'}", "'a' == 'b'"],
  ],
  string: [
    ...['a', ' ', '%{', '%{HTTP_HOST}', '%{NOPE}', '}', '%', '$', '$1', '\\', '\\1', '\\9', '\\377', '\\400', '%{req:'],
    ...['%{req:a}', '%{nope:a}', "'", '"', ':', '{', '\\}', '%{}', '%{req:}', '%{a-b}', '8', '%{req:$1%{tolower:X}}'],
  ],
};

const texts = (mode: Mode): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.constantFrom(...PIECES[mode]), { minLength: 1, maxLength: 9 }), fc.constantFrom(' ', ''))
    .map(([pieces, between]) => pieces.join(mode === 'string' ? '' : between).trim())
    .filter((text) => text !== '');

suite('expressions, as the real httpd reads them', { skip: httpdMissing, concurrency: true }, () => {
  after(dispose);
  const modes = { expressions: 'condition', 'expression-strings': 'string' } as const;
  for (const [table, mode] of Object.entries(modes)) {
    test(`the table ${table}`, async () => {
      const rows = readTable(table).map(({ text }) => text);
      assert.deepEqual(await different(mode, rows), []);
    });
    test(`pieces in any order: ${mode}`, async () => {
      assert.deepEqual(await different(mode, fc.sample(texts(mode), { numRuns: 150, seed: 1 })), []);
    });
  }
});

/** Those of the texts that one refuses and the other does not. */
async function different(mode: Mode, all: readonly string[]): Promise<string[]> {
  const said = await Promise.all(all.map((text) => isRefused(mode, text)));
  return all.filter((text, index) => said[index] !== isFault(mode, text));
}

async function isRefused(mode: Mode, text: string): Promise<boolean> {
  assert.ok(httpd);
  const word = `"${text.replace(/[\\"]/g, '\\$&')}"`;
  const line = mode === 'string' ? `SetHandler ${word}` : `SetEnvIfExpr ${word} x`;
  const verdict = await judge(httpd, { kind: 'main', text: `${line}\n`, ...prelude('std') });
  // httpd's scanner ends the program at some characters.
  return verdict.kind === 'crash' || !verdict.accepted;
}

function isFault(mode: Mode, text: string): boolean {
  const ask = (key: string) => (key === KEYS.file ? 'root' : undefined);
  const parts = readExpression({ text, at: 0, outer: '"' }, mode, ask);
  return parts.some(({ problem }) => problem?.code === 'expression');
}
