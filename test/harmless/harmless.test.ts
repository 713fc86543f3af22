import assert from 'node:assert/strict';
import { after, suite, test, type TestContext } from 'node:test';
import { httpd, httpdMissing } from '../agreement/liveHttpd.ts';
import { dispose, type Httpd } from '../support/oracle/oracle.ts';
import type { Judged } from './change.ts';
import { FAMILIES, RULE_PAGES, type Family } from './families.ts';
import { figuresOf } from './figures.ts';
import type { Kind } from './kinds.ts';
import { textsOf } from './subject.ts';
import { tryAll, type Trials } from './trials.ts';
import { readFigures, totalsOf } from './writtenFigures.ts';

after(dispose);

for (const family of FAMILIES) {
  suite(family.name, { skip: family.missing || httpdMissing }, () => {
    if (httpd) familyTests(httpd, family);
  });
}

function familyTests(httpd: Httpd, family: Family): void {
  let trials: Promise<Trials> | undefined;
  const tried = () => (trials ??= tryAll(httpd, family));

  for (const kind of ['alone', 'together'] as const) {
    test(`safe fixes ${kind} leave what httpd accepts as it is, and make nothing worse`, async () => {
      assertHarmless(await tried(), kind);
    });
  }

  test('a safe fix removes its finding and brings no other', async () => {
    assert.deepEqual((await tried()).complaints, []);
  });

  test('a preferred fix of the only error leads at least as far as before', async () => {
    assertHarmless(await tried(), 'preferred');
  });

  test('formatting changes nothing that httpd reads', async (t) => {
    const { leftAlone } = await tried();
    if (leftAlone.length > 0) t.diagnostic(`not formatted:\n${leftAlone.join('\n')}`);
    assertHarmless(await tried(), 'formatting');
  });

  test('the figures are those that are written down', async (t) => {
    assertWrittenDown(t, httpd, family, await tried());
  });

  if (family.name !== RULE_PAGES) return;
  test('httpd accepts what a preferred fix makes of an example', async () => {
    const { preferred } = (await tried()).judged;
    const others = preferred.filter(({ effect }) => effect !== 'mended' && effect !== 'environment');
    assert.deepEqual(others.map(describe), []);
  });
}

function assertHarmless({ judged }: Trials, kind: Kind): void {
  const harm = judged[kind].filter(({ effect }) => effect === 'harm');
  assert.deepEqual(harm.map(describe), []);
}

function describe({ change: { subject, what, after }, effect, why = '' }: Judged): string {
  return `${subject.id}: ${what}: ${effect} ${why}\n${textsOf(subject.input).join('\n')}\nbecame\n${textsOf(after).join('\n')}`;
}

/** Another httpd may refuse other texts: then only the number of changes must be the same. */
function assertWrittenDown(t: TestContext, { version }: Httpd, { name, fixed }: Family, trials: Trials): void {
  const { httpd: judge, families } = readFigures();
  const written = families[name];
  const figures = figuresOf(trials);
  t.diagnostic(`${name}: ${String(figures.formatting.environment)} formatted texts need what this machine has not`);
  assert.ok(written, 'nothing is written down: npm run verdicts writes it');
  if (version === judge) return assert.deepEqual(figures, written);
  t.diagnostic(`${name}: ${judge} judged what is written down, and ${version} is here`);
  if (fixed) assert.deepEqual(totalsOf(figures), totalsOf(written));
}
