import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEntries, entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import { refusedEverywhere } from '../../server/src/engine/catalogue/starts.ts';

test('a loose fragment may be included at any place, so most lines can stand in it', () => {
  for (const key of ['require', 'listen', 'serveralias', 'rewritebase', 'allowoverride', '<virtualhost', '<limit']) {
    assert.equal(everywhere(key, 1, []), false, key);
  }
});

test('some lines no place would make right', () => {
  assert.equal(everywhere('listen', 1, ['<virtualhost']), true);
  assert.equal(everywhere('serveralias', 1, ['<directory']), true);
  assert.equal(everywhere('alias', 2, ['<location']), true);
  assert.equal(everywhere('options', 1, ['<requireall']), true);
  assert.equal(everywhere('require', 2, ['<virtualhost']), true);
});

test('the number of arguments decides, and where it is not known nothing is said that it could change', () => {
  assert.equal(everywhere('alias', 1, ['<location']), false);
  assert.equal(everywhere('alias', undefined, ['<location']), false);
  assert.equal(everywhere('alias', undefined, ['<directory']), true);
});

test('lines in sections that cannot stand together have no fault of their own', () => {
  assert.equal(everywhere('<virtualhost', 1, ['<directory']), true);
  assert.equal(everywhere('serveralias', 1, ['<directory', '<virtualhost']), false);
});

test('read-time directives and sections are taken at every place of a configuration file', () => {
  assert.equal(everywhere('define', 1, ['<directory', '<limit']), false);
  assert.equal(everywhere('listen', 1, ['<ifmodule', '<virtualhost', '<ifdefine']), true);
});

test('every directive can stand at some place', () => {
  const nowhere = allEntries().filter((entry) => refusedEverywhere(entry, undefined, []));
  assert.deepEqual(
    nowhere.map((entry) => entry.name),
    [],
  );
});

function everywhere(key: string, count: number | undefined, sections: readonly string[]): boolean {
  const entry = entryOf(key);
  assert.ok(entry, key);
  return refusedEverywhere(entry, count, sections);
}
