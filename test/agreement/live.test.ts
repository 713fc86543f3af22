import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { canStart, dispose, judge } from '../support/oracle/oracle.ts';
import type { Case } from './case.ts';
import { httpd, httpdMissing } from './liveHttpd.ts';
import { recordFiles } from './recordFiles.ts';
import { isSince, keyOf, readRecords, recorded } from './records.ts';

suite('the real httpd says what was written down', { skip: httpdMissing, concurrency: true }, () => {
  after(dispose);

  for (const { path, cases } of recordFiles()) {
    const records = readRecords(path);
    test(`${path}, of httpd ${records.httpd}`, async () => {
      const server = httpd;
      assert.ok(server);
      const asked = await askable(cases.filter(({ since }) => isSince(server.version, since)));
      const said = await Promise.all(
        asked.map(async (one) => recorded(one, await judge(server, one.input, one.steps))),
      );
      const written = asked.map((one) => ({ ...records.verdicts[keyOf(one)], case: one.id }));
      assert.deepEqual(said, written);
    });
  }
});

/** Those that take a network of their own are left out where there is none. */
async function askable(cases: readonly Case[]): Promise<readonly Case[]> {
  const can = await Promise.all(cases.map(async ({ input, steps }) => steps !== 'start' || canStart(input)));
  return cases.filter((_, at) => can[at]);
}
