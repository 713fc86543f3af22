import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OVERRIDE_BITS } from '../../server/src/engine/catalogue/bits.ts';
import type { OverrideClass } from '../../server/src/engine/catalogue/bits.ts';
import { entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import { enter, htaccessOffer, refusal, serverOffer } from '../../server/src/engine/catalogue/contexts.ts';
import type { Offer } from '../../server/src/engine/catalogue/contexts.ts';
import type { Entry } from '../../server/src/engine/catalogue/entry.ts';
import { keyOf } from '../../server/src/engine/catalogue/load.ts';
import { readTable } from './readTable.ts';

const allClasses = Object.keys(OVERRIDE_BITS) as OverrideClass[];

/** The places that the tables name by one word, as the sections from the outermost in. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  server: [],
  vhost: ['VirtualHost'],
  directory: ['Directory'],
  location: ['Location'],
  files: ['Files'],
  if: ['If'],
  limit: ['Directory', 'Limit'],
  requireall: ['Directory', 'RequireAll'],
  proxy: ['Proxy'],
  provideralias: ['AuthnProviderAlias'],
  mdomainset: ['MDomainSet'],
  'vhost-directory': ['VirtualHost', 'Directory'],
  htaccess: ['htaccess'],
};

/** How many words each probed line had: `1 server=2` is two at the server and one elsewhere. */
const counts = new Map(readTable('measured-places.tsv').map((row) => [row.directive, row.arguments ?? '']));

test('every place that was tried on a server is judged as the server did', () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const row of readTable('measured-places.tsv')) {
    const taken = new Set(row.taken?.split(' '));
    for (const [place, sections] of Object.entries(PLACES)) {
      tried++;
      const refused = refusal(entry(row.directive), countAt(row.directive, place), offerOf(sections));
      if ((refused === undefined) !== taken.has(place))
        wrong.push(`${row.directive} in ${place}: ${JSON.stringify(refused)}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(tried, 9451);
});

test('the matrix tells a mask from a check of the directive itself', () => {
  const wrong: string[] = [];
  let cells = 0;
  for (const { directive, ...signs } of readTable('context-matrix.tsv')) {
    for (const [place, sign] of Object.entries(signs)) {
      cells++;
      const refused = refusal(entry(directive), countAt(directive, place), offerOf(PLACES[place] ?? []));
      if (signOf(refused?.why) !== sign) wrong.push(`${directive} in ${place}: ${sign}, not ${signOf(refused?.why)}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(cells, 6810);
});

test('nested sections are judged as the server did', () => {
  const wrong: string[] = [];
  const rows = readTable('context-nested.tsv');
  for (const row of rows) {
    const refused = refusal(entry(row.directive), Number(row.arguments), offerOf(row.place?.split(' > ') ?? []));
    if ((refused !== undefined) !== (row.verdict === 'place'))
      wrong.push(`${row.directive} in ${row.place}: ${row.verdict}`);
  }
  assert.deepEqual(wrong, []);
  assert.equal(rows.length, 2600);
});

test('where the number of arguments is not known, only what every number is refused for is refused', () => {
  const alias = entry('Alias');
  assert.equal(refusal(alias, undefined, offerOf(['Location'])), undefined);
  assert.equal(refusal(alias, undefined, serverOffer), undefined);
  assert.deepEqual(refusal(alias, undefined, offerOf(['Directory'])), {
    why: 'only-under',
    families: ['Location', 'Proxy'],
  });
  assert.equal(refusal(entry('MDMember'), undefined, serverOffer), undefined);
  assert.equal(refusal(entry('MDMember'), 2, serverOffer)?.why, 'only-under');
});

test('a refusal names the family that stands in the way', () => {
  assert.deepEqual(refusal(entry('Listen'), 1, offerOf(['VirtualHost'])), { why: 'under', family: 'VirtualHost' });
  assert.deepEqual(refusal(entry('ServerAlias'), 1, serverOffer), { why: 'only-under', families: ['VirtualHost'] });
  assert.deepEqual(refusal(entry('Require'), 2, serverOffer), { why: 'mask' });
});

test('in .htaccess a directive needs its class, and read-time directives are judged too', () => {
  assert.equal(refusal(entry('Require'), 2, htaccessOffer(['AuthConfig'])), undefined);
  assert.deepEqual(refusal(entry('Require'), 2, htaccessOffer(['FileInfo'])), { why: 'mask' });
  assert.deepEqual(refusal(entry('Include'), 1, htaccessOffer(allClasses)), { why: 'mask' });
  assert.deepEqual(refusal(entry('ProxyHCExpr'), 2, htaccessOffer(allClasses)), { why: 'under', family: 'htaccess' });
  assert.equal(refusal(entry('Include'), 1, offerOf(['Directory'])), undefined);
});

test('read-time sections are transparent', () => {
  const offer = offerOf(['VirtualHost', 'Directory']);
  for (const key of ['<ifmodule', '<ifdefine', '<iffile', '<ifdirective', '<ifsection', '<ifversion', '<macro']) {
    assert.equal(enter(offer, key), offer, key);
  }
});

function entry(name: string | undefined): Entry {
  const found = entryOf(keyOf(name ?? ''));
  assert.ok(found, `${name} is not in the catalogue`);
  return found;
}

function offerOf(sections: readonly string[]): Offer {
  const inFile = sections[0] === 'htaccess';
  const start = inFile ? htaccessOffer(allClasses) : serverOffer;
  return sections.slice(inFile ? 1 : 0).reduce((offer, name) => enter(offer, `<${name.toLowerCase()}`), start);
}

function countAt(directive: string | undefined, place: string): number {
  const [usual, ...others] = (counts.get(directive) ?? '').split(' ');
  const other = others.find((part) => part.startsWith(`${place}=`));
  return Number(other ? other.slice(place.length + 1) : usual);
}

function signOf(why: string | undefined): string {
  if (why === undefined) return '+';
  return why === 'mask' ? '-' : 'x';
}
