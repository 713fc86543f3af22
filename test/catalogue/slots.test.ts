import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import type { Slot } from '../../server/src/engine/catalogue/entry.ts';
import { slotAt, slotsFor } from '../../server/src/engine/catalogue/slots.ts';

test('words fill the slots in order', () => {
  assert.deepEqual(labels('LoadModule rewrite_module modules/mod_rewrite.so'), ['module', 'file']);
  assert.deepEqual(labels('ErrorDocument 404 /missing.html'), ['code', 'document']);
});

test('a slot that repeats takes the rest', () => {
  assert.deepEqual(labels('AddType text/html .html .htm'), ['media type', 'extension', 'extension']);
  assert.deepEqual(labels('Options +Indexes -MultiViews'), ['option', 'option']);
});

test('with too few words, optional slots at the end are left out first', () => {
  assert.deepEqual(labels('Action image/gif /cgi-bin/a.cgi'), ['action', 'script']);
  assert.deepEqual(labels('ProxyPassReverse /app http://127.0.0.1/'), ['path', 'URL']);
});

test('then those in front', () => {
  assert.deepEqual(labels('Alias /icons /usr/share/icons'), ['URL path', 'path']);
  assert.deepEqual(labels('Alias /usr/share/icons'), ['path']);
  assert.deepEqual(labels('Redirect /old http://example.com/'), ['URL path', 'URL']);
  assert.deepEqual(labels('Redirect permanent /old http://example.com/'), ['status', 'URL path', 'URL']);
  assert.deepEqual(labels('SSLCipherSuite HIGH'), ['ciphers']);
  assert.deepEqual(labels('SSLCipherSuite TLSv1.3 HIGH'), ['protocol', 'ciphers']);
});

test('the words that a line begins with, and their number, decide what the others are', () => {
  assert.deepEqual(labels('Header set X a env=b'), ['action', 'header', 'value', 'condition']);
  assert.deepEqual(labels('Header ALWAYS Unset X env=b'), ['table', 'action', 'header', 'condition']);
  assert.deepEqual(labels('Header edit X a b'), ['action', 'header', 'regex', 'value']);
  assert.deepEqual(labels('Header sett X a'), ['action', 'argument', 'argument']);
  assert.deepEqual(kinds('Alias /usr/share/icons'), ['expression-string']);
  assert.deepEqual(kinds('Alias /icons /usr/share/icons'), ['url-path', 'file']);
  assert.deepEqual(kinds('Redirect temp /new'), ['keyword:Redirect', 'expression-string']);
  assert.deepEqual(kinds('Redirect /old /new'), ['url-path', 'url']);
});

test('a word too many has no slot', () => {
  assert.deepEqual(labels('ServerTokens Prod OS'), ['value', undefined]);
  assert.deepEqual(labels('SSLRequireSSL now'), [undefined]);
});

test('while the number of words is not known, every slot is taken to be filled', () => {
  const entry = entryOf('alias');
  assert.ok(entry);
  assert.equal(slotAt(entry.slots, 0, undefined)?.label, 'URL path');
  assert.equal(slotAt(entry.slots, 1, undefined)?.label, 'path');
});

/** The kind of each argument's slot in a line of words without quotes. */
function kinds(line: string): (string | undefined)[] {
  return slotsOf(line).map((slot) => slot?.kind);
}

/** The label of each argument's slot in a line of words without quotes. */
function labels(line: string): (string | undefined)[] {
  return slotsOf(line).map((slot) => slot?.label);
}

function slotsOf(line: string): (Slot | undefined)[] {
  const [name, ...words] = line.split(' ');
  const entry = entryOf(name?.toLowerCase() ?? '');
  assert.ok(entry, name);
  const slots = slotsFor(entry, words, words.length);
  return words.map((_, i) => slotAt(slots, i, words.length));
}
