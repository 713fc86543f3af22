import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overrideClasses } from '../../server/src/engine/catalogue/bits.ts';
import { allEntries, entryOf, modulesOf } from '../../server/src/engine/catalogue/catalogue.ts';
import { placeSections } from '../../server/src/engine/catalogue/contexts.ts';
import { moduleFiles, oldNames, thirdPartyFiles } from '../../server/src/engine/catalogue/data/index.ts';
import type { Entry } from '../../server/src/engine/catalogue/entry.ts';
import { keyOf, unjudgedEntry } from '../../server/src/engine/catalogue/load.ts';
import { allSlots } from '../../server/src/engine/catalogue/slots.ts';
import { kindOf } from '../../server/src/engine/kinds/index.ts';

const entries = allEntries();

test('a name stands in one file, whatever its letters', () => {
  const keys = [...moduleFiles, ...thirdPartyFiles].flatMap((file) =>
    file.directives.map((stored) => keyOf(stored.name)),
  );
  assert.equal(keys.length, 1628);
  assert.equal(new Set(keys).size, keys.length);
});

test('old names are new entries, or old names of directives that are still there', () => {
  const keys = new Set(moduleFiles.flatMap((file) => file.directives.map((stored) => keyOf(stored.name))));
  const still = oldNames.filter((old) => keys.has(keyOf(old.name)));
  assert.equal(still.length, 25);
  assert.equal(entries.length, 1628 + oldNames.length - still.length);
  for (const old of oldNames) {
    assert.equal('lastModule' in old, !keys.has(keyOf(old.name)), `${old.name}: lastModule is for names that are gone`);
    assert.ok(keys.has(keyOf(old.name)) || old.state === 'refused', old.name);
  }
});

test('names that the manual or the source has, but no httpd 2.4, are unknown', () => {
  for (const key of ['luahookpretranslate', 'mdcertificatemonitor', '<requirenotall']) {
    assert.equal(entryOf(key), undefined, key);
  }
});

test('keys are lower case, and sections begin with <', () => {
  assert.equal(entryOf('loadmodule')?.name, 'LoadModule');
  assert.equal(entryOf('LoadModule'), undefined);
  assert.equal(entryOf('<directory')?.name, '<Directory>');
  assert.equal(entryOf('directory'), undefined);
  assert.equal(entryOf('luaquickhandler')?.section, false);
  assert.equal(entryOf('<luaquickhandler')?.section, true);
  for (const entry of entries) assert.equal(entryOf(entry.key), entry);
});

test('the recommended spelling is the name, and all spellings are one name', () => {
  for (const entry of entries) {
    assert.equal(entry.section ? `<${entry.spellings[0]}>` : entry.spellings[0], entry.name);
    for (const spelling of entry.spellings)
      assert.equal(spelling.toLowerCase(), entry.key.replace('<', ''), entry.name);
  }
  assert.deepEqual(entryOf('allow')?.spellings, ['Allow', 'allow']);
});

test('every module of an entry is in the catalogue', () => {
  for (const entry of entries) assert.equal(modulesOf(entry).length, entry.modules.length, entry.name);
  assert.deepEqual(entryOf('scriptlog')?.modules, ['cgi_module', 'cgid_module']);
  assert.deepEqual(entryOf('rewritelog')?.modules, []);
});

test('the number of arguments comes from the command type, or from what httpd was seen to refuse', () => {
  assert.deepEqual(countsOf('loadmodule'), [2, 2]);
  assert.deepEqual(countsOf('errordocument'), [2, 2]);
  assert.deepEqual(countsOf('redirect'), [1, 3]);
  assert.deepEqual(countsOf('sslengine'), [1, 1]);
  assert.deepEqual(countsOf('rewriteengine'), [1, undefined]);
  assert.deepEqual(countsOf('addtype'), [2, undefined]);
  assert.deepEqual(countsOf('options'), [undefined, undefined]);
  assert.deepEqual(countsOf('listen'), [1, 2]);
  assert.deepEqual(countsOf('rewriterule'), [2, undefined]);
  assert.deepEqual(countsOf('setenvif'), [3, undefined]);
});

test('each section says what its tag takes', () => {
  for (const entry of entries) assert.equal(entry.header !== undefined, entry.section, entry.name);
  assert.deepEqual(tagOf('<directory'), ['one', 1, 1, true]);
  assert.deepEqual(tagOf('<directorymatch'), ['one', 1, 1, false]);
  assert.deepEqual(tagOf('<else'), ['none', undefined, 0, false]);
  assert.deepEqual(tagOf('<requireall'), ['none', undefined, 0, false]);
  assert.deepEqual(tagOf('<ifmodule'), ['first', 1, undefined, false]);
  assert.deepEqual(tagOf('<limit'), ['many', 1, undefined, false]);
  assert.deepEqual(tagOf('<proxy'), ['text', undefined, undefined, false]);
});

test('the bodies of macros and of other languages are text', () => {
  const names = entries.filter((entry) => entry.textBody).map((entry) => entry.name);
  assert.ok(names.every((name) => name === '<Macro>' || name === '<Perl>' || name.startsWith('<Lua')));
  assert.equal(names.length, 11);
});

test('only sections are places, and every place is a section of the catalogue', () => {
  for (const key of placeSections) assert.equal(entryOf(key)?.section, true, key);
});

test('every slot has a kind that is known', () => {
  for (const entry of entries) {
    for (const slot of allSlots(entry)) assert.doesNotThrow(() => kindOf(slot.kind), entry.name);
  }
});

test('there are as many slots as arguments', () => {
  for (const entry of entries) {
    const required = entry.slots.filter((slot) => !slot.optional).length;
    assert.ok(required <= (entry.minArgs ?? required), `${entry.name}: slots that may be left out are optional`);
    assert.ok(
      entry.slots.slice(0, -1).every((slot) => !slot.repeat),
      `${entry.name}: only the last slot repeats`,
    );
    if (entry.maxArgs === undefined || entry.slots.length === 0 || entry.slots.at(-1)?.repeat) continue;
    assert.equal(entry.slots.length, entry.maxArgs, `${entry.name}: one slot for each argument`);
    for (const form of entry.forms)
      assert.ok(form.slots.length === (form.count ?? entry.maxArgs), `${entry.name}: one slot for each argument`);
  }
});

test('a default is a line of the directive itself', () => {
  for (const entry of entries) {
    if (entry.default === undefined) continue;
    const word = entry.default.split(' ')[0]?.toLowerCase();
    assert.equal(word, entry.key, entry.name);
  }
});

test('the classes of AllowOverride follow from the mask', () => {
  assert.deepEqual(classesOf('require'), ['AuthConfig']);
  assert.deepEqual(classesOf('rewriterule'), ['FileInfo']);
  assert.deepEqual(classesOf('expiresactive'), ['Indexes']);
  assert.deepEqual(classesOf('allow'), ['Limit']);
  assert.deepEqual(classesOf('listen'), []);
  assert.deepEqual(classesOf('serversignature'), ['AuthConfig', 'FileInfo', 'Indexes', 'Limit', 'Options']);
});

test('reading and walking are told apart, the lists of addresses of mod_remoteip with their change', () => {
  const read = entries.filter((entry) => entry.phase === 'read' && !entry.thirdParty);
  assert.equal(read.length, 30);
  assert.equal(entryOf('include')?.phase, 'read');
  assert.equal(entryOf('error')?.phase, 'walk');
  assert.equal(entryOf('remoteiptrustedproxylist')?.phase, 'walk');
  assert.equal(entryOf('remoteiptrustedproxylist')?.readUntil, '2.4.68');
});

test('of a name alone nothing is judged', () => {
  const own = unjudgedEntry('MyDirective');
  assert.deepEqual(
    [own.key, own.minArgs, own.maxArgs, own.slots.length, own.header],
    ['mydirective', undefined, undefined, 0, undefined],
  );
  assert.deepEqual([unjudgedEntry('<MySection>').key, unjudgedEntry('<MySection>').header], ['<mysection', 'text']);
});

function known(key: string): Entry {
  const entry = entryOf(key);
  assert.ok(entry, key);
  return entry;
}

function countsOf(key: string): unknown[] {
  const { minArgs, maxArgs } = known(key);
  return [minArgs, maxArgs];
}

function tagOf(key: string): unknown[] {
  const { header, minArgs, maxArgs, tilde } = known(key);
  return [header, minArgs, maxArgs, tilde];
}

function classesOf(key: string): string[] {
  return overrideClasses(known(key).mask);
}
