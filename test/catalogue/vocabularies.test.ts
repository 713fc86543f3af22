import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEntries, vocabulary } from '../../server/src/engine/catalogue/catalogue.ts';
import { vocabularies } from '../../server/src/engine/catalogue/data/index.ts';
import { allSlots, vocabularyOf } from '../../server/src/engine/catalogue/slots.ts';
import { hasWord } from '../../server/src/engine/catalogue/vocabulary.ts';

/** Used by a kind of their own, not by its parameter. */
const BY_KINDS = [
  ...['method', 'Require', 'Require-all', 'charsets', 'encodings', 'environment-names', 'handlers', 'header-names'],
  ...['languages', 'media-types', 'output-filters', 'IndexOptions', 'LogLevel'],
];

test('each vocabulary is used', () => {
  const used = new Set(allEntries().flatMap((entry) => allSlots(entry).map(vocabularyOf)));
  const unused = Object.keys(vocabularies).filter((id) => !used.has(id) && !BY_KINDS.includes(id));
  assert.deepEqual(unused, []);
});

test('the words of a vocabulary are different, and its exceptions are among them', () => {
  for (const [id, { words, caseFree, unsigned, also }] of Object.entries(vocabularies)) {
    assert.equal(new Set(words).size, words.length, id);
    for (const word of [...(caseFree ?? []), ...(unsigned ?? [])]) assert.ok(words.includes(word), `${id}: ${word}`);
    if (also !== undefined) assert.doesNotThrow(() => new RegExp(also), id);
  }
});

test('a vocabulary that is open in spite of httpd says why, and is not closed', () => {
  for (const [id, { open, closed }] of Object.entries(vocabularies)) assert.ok(open === undefined || !closed, id);
});

test('no closed vocabulary has the word zzqx', () => {
  for (const [id, words] of Object.entries(vocabularies)) {
    if (words.closed) assert.equal(hasWord(words, 'zzqx'), false, id);
  }
});

test('letter case does not count, unless the vocabulary says so', () => {
  assert.deepEqual(missing('ServerTokens', 'Prod prod PRODUCTONLY Produ'), ['Produ']);
  assert.deepEqual(missing('cipher-protocol', 'SSL TLSv1.3 ssl'), ['ssl']);
  assert.deepEqual(missing('Require', 'all NOT not ALL Valid-User'), ['ALL', 'Valid-User']);
});

test('signs stand before words that may have one', () => {
  assert.deepEqual(missing('Options', 'Indexes +Indexes -indexes All +All -None +Foo + Indexes,MultiViews'), [
    '+All',
    '-None',
    '+Foo',
    '+',
    'Indexes,MultiViews',
  ]);
  assert.deepEqual(missing('ServerTokens', '+Prod'), ['+Prod']);
});

test('a word that ends in = or : goes on with a value', () => {
  assert.deepEqual(missing('log-condition', 'env=x env=!x expr=true env'), ['env']);
  assert.deepEqual(missing('IndexOptions', 'NameWidth=* +nameWidth=9 NameWidth -NameWidth IconWidth'), ['NameWidth']);
  assert.deepEqual(missing('SSLPassPhraseDialog', 'builtin exec:/bin/pass |/bin/pass /bin/pass'), ['/bin/pass']);
});

test('further words are told by their form', () => {
  assert.deepEqual(missing('LogLevel', 'info ssl:warn rewrite:trace3 loud'), ['loud']);
  assert.deepEqual(missing('range-limit', 'none 5 0 x5'), ['0', 'x5']);
  assert.deepEqual(missing('DirectoryIndexRedirect', 'permanent 307 404'), ['404']);
  assert.deepEqual(missing('AllowOverride', 'FileInfo Options=Indexes Nonfatal=All Nonfatal Files'), [
    'Nonfatal',
    'Files',
  ]);
});

/** Those of the words that the vocabulary does not have. */
function missing(id: string, words: string): string[] {
  const list = vocabulary(id);
  assert.ok(list, id);
  return words.split(' ').filter((word) => !hasWord(list, word));
}
