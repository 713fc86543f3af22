import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FAMILY_BITS, MASK_BITS } from '../../server/src/engine/catalogue/bits.ts';
import * as data from '../../server/src/engine/catalogue/data/index.ts';
import type { StoredModuleFile } from '../../server/src/engine/catalogue/stored.ts';
import { DATA, dataFiles, readData } from './dataFiles.ts';
import { count, flag, list, mapOf, matching, oneOf, record, set, text } from './schema.ts';
import type { Check } from './schema.ts';

/** Sections stand in `<>`; mod_perl has directives that begin with `=`. */
const name = matching(/^(<\w+>|=?\w+)$/);
const identifier = matching(/^\w+$/);
const families = list(oneOf(...Object.keys(FAMILY_BITS)));
const masks = list(oneOf(...Object.keys(MASK_BITS)));
const rule = { forbiddenUnder: families, onlyUnder: families, exceptUnder: families };
const builds = ['debian', 'redhat', 'homebrew', 'upstream', 'windows'];
const release = matching(/^\d\.\d+(\.\d+)?$/);
const args = oneOf(
  ...['NO_ARGS', 'FLAG', 'TAKE1', 'TAKE2', 'TAKE3', 'TAKE12', 'TAKE13', 'TAKE23', 'TAKE123'],
  ...['ITERATE', 'ITERATE2', 'RAW_ARGS', 'TAKE_ARGV'],
);

const slots = list(
  record({ label: matching(/^[\w ]+$/) }, { kind: text, optional: set, repeat: set, reason: text, since: text }),
);

const directive = record(
  { name, args, mask: masks },
  {
    spellings: list(identifier),
    modules: list(identifier),
    read: set,
    readUntil: release,
    minArgs: count,
    maxArgs: count,
    splitter: oneOf('words', 'raw', 'rewrite', 'require', 'header', 'section'),
    header: oneOf('none', 'one', 'first', 'many', 'text'),
    tilde: set,
    textBody: set,
    slots,
    forms: list(record({ slots }, { lead: list(list(text)), count, minArgs: count })),
    ...rule,
    byArgs: mapOf(matching(/^\d+\+?$/), record({}, rule)),
    alwaysRefused: set,
    default: text,
    since: release,
    syntax: list(text),
    page: matching(/^mod\/\w+\.html(#\w+)?$/),
    platform: list(oneOf('Windows', 'NetWare', 'Solaris')),
  },
);

const module = record(
  { identifier, sourceFile: matching(/^[\w.-]+\.(c|cpp)$/), name: text, files: mapOf(oneOf(...builds), text) },
  {
    package: text,
    status: oneOf('Core', 'MPM', 'Base', 'Extension', 'Experimental', 'Deprecated'),
    page: matching(/^mod\/\w+\.html$/),
    builtIn: list(oneOf(...builds)),
    a2enmod: record({ name: text, depends: list(text), conflicts: list(text), hasConf: flag }),
    needs: record(
      {},
      {
        load: list(identifier),
        start: list(identifier),
        use: list(record({ for: text, needs: list(text), refusedAt: list(oneOf('configtest', 'start', 'request')) })),
      },
    ),
  },
);

const old = record(
  { name, state: oneOf('refused', 'deprecated', 'renamed', 'no-op'), replacement: list(name), note: text },
  { args, lastModule: text, otherModule: text, removedIn: release, rename: name, instead: text },
);

const vocabulary = record(
  { words: list(text), closed: flag },
  {
    caseSensitive: set,
    caseFree: list(text),
    signs: oneOf('+-'),
    unsigned: list(text),
    also: text,
    lists: mapOf(text, text),
    open: text,
  },
);

const snippet = record({
  name: matching(/^[a-z]+(-[a-z]+)*$/),
  about: text,
  body: list((line) => (typeof line === 'string' ? undefined : 'is no line')),
});

const context = {
  offers: masks,
  family: oneOf(...Object.keys(FAMILY_BITS)),
  alsoFamily: oneOf(...Object.keys(FAMILY_BITS)),
  setsPath: set,
  unlessPath: set,
};

const expressionWords = list(record({ name: text, about: text }, { module: identifier }));

const rewriteWords = list(record({ name: text, about: text }));
const flagValue = oneOf('none', 'characters', 'cookie', 'environment', 'handler', 'number', 'status', 'type');
const rewriteFlags = list(
  record(
    { name: text, value: flagValue, about: text },
    { long: text, without: oneOf('refused', 'needed'), since: release, patched: set },
  ),
);

const SCHEMAS: Readonly<Record<string, Check>> = {
  'contexts.json': record({
    start: record({ server: record({}, context), htaccess: record({}, context) }),
    containers: list(record({ tags: list(identifier) }, context)),
  }),
  'expressions.json': record({
    variables: expressionWords,
    variableFamilies: list(record({ prefix: text, module: identifier })),
    functions: expressionWords,
    listFunctions: expressionWords,
    tests: expressionWords,
    matches: expressionWords,
    comparisons: expressionWords,
    logic: expressionWords,
  }),
  'old.json': list(old),
  'providers.json': list(record({ group: text, name: text, module: identifier })),
  'renamed-modules.json': list(
    record({ identifier, sourceFile: text, goneIn: release, replacement: list(identifier) }, { sameFile: set }),
  ),
  'rewrite.json': record({
    ruleFlags: rewriteFlags,
    conditionFlags: rewriteFlags,
    redirects: rewriteWords,
    variables: list(text),
    ownVariables: rewriteWords,
    lookUps: rewriteWords,
    tests: rewriteWords,
    comparisons: rewriteWords,
    mapTypes: rewriteWords,
    mapFunctions: rewriteWords,
    databases: rewriteWords,
    mediaTypes: rewriteWords,
    handlers: rewriteWords,
  }),
  'seen-modules.json': record({ sourceFiles: list(text), identifiers: list(identifier), others: list(text) }),
  'snippets.json': list(snippet),
  'vocabularies.json': mapOf(matching(/^[\w-]+$/), vocabulary),
};
const moduleFile = record({ module, directives: list(directive) });

test('every field of every data file is known and well typed', () => {
  const wrong = dataFiles().map((path) => {
    const problem = (SCHEMAS[path] ?? moduleFile)(readData(path));
    return problem === undefined ? '' : `${path}: ${problem}`;
  });
  assert.deepEqual(
    wrong.filter((line) => line !== ''),
    [],
  );
});

test('the index names every data file', () => {
  const imported = [...readFileSync(`${DATA}/index.ts`, 'utf8').matchAll(/from '\.\/(.+\.json)';/g)].map((m) => m[1]);
  assert.deepEqual(imported.sort(), dataFiles());
});

test('the index puts every imported file into its list', () => {
  assert.deepEqual(data.moduleFiles, readAll('modules/'));
  assert.deepEqual(data.thirdPartyFiles, readAll('third-party/'));
});

test('entries stand in the order of their names', () => {
  for (const file of [...data.moduleFiles, ...data.thirdPartyFiles]) {
    assertSorted(file.directives.map((stored) => sortKey(stored.name)));
  }
  assertSorted(data.oldNames.map((old) => sortKey(old.name)));
  assertSorted(Object.keys(data.vocabularies).map((id) => id.toLowerCase()));
  assertSorted(data.renamedModules.map((renamed) => renamed.identifier));
  assertSorted(data.providerRows.map((provider) => `${provider.group} ${provider.name} ${provider.module}`));
});

test('the catalogue is as large as httpd', () => {
  const directives = (files: readonly StoredModuleFile[]): number => files.flatMap((file) => file.directives).length;
  assert.equal(directives(data.moduleFiles), 753);
  assert.equal(directives(data.thirdPartyFiles), 875);
  assert.equal(data.oldNames.length, 127);
  assert.equal(data.moduleFiles.length, 138);
  assert.equal(data.thirdPartyFiles.length, 32);
});

function readAll(folder: string): unknown[] {
  const sorted = dataFiles().filter((path) => path.startsWith(folder));
  return sorted.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).map(readData);
}

/** Without the brackets; a section stands behind the directive of the same name. */
function sortKey(name: string): string {
  return name.startsWith('<') ? `${name.slice(1, -1).toLowerCase()} section` : name.toLowerCase();
}

function assertSorted(keys: readonly string[]): void {
  assert.deepEqual(keys, [...new Set(keys)].sort());
}
