import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_SETTINGS, type Settings } from '../../server/src/engine/engine.ts';
import { readSettings, type DocumentSettings } from '../../server/src/lsp/settings.ts';

interface Read extends DocumentSettings {
  readonly complaints: readonly string[];
}

function read(section: unknown): Read {
  const complaints: string[] = [];
  return { ...readSettings(section, (sentence) => complaints.push(sentence), 'file:///work'), complaints };
}

const DEFAULTS: Read = { engine: NO_SETTINGS, directiveCase: 'preserve', autoClosingTags: true, complaints: [] };

test('an editor without settings has the defaults', () => {
  for (const section of [undefined, null, {}, [], 'text', 5]) assert.deepEqual(read(section), DEFAULTS);
});

test('the defaults of the manifest say nothing of the server', () => {
  const section = {
    httpdVersion: '2.4',
    staticModules: '',
    allowOverride: 'All',
    defines: [],
    modules: [],
    directives: [],
    rules: {},
    root: '',
    serverRoots: {},
    envFile: '',
    checkPaths: false,
    format: { directiveCase: 'preserve' },
    autoClosingTags: true,
    trace: { server: 'off' },
  };
  assert.deepEqual(read(section), DEFAULTS);
});

test('every setting is taken', () => {
  const section = {
    httpdVersion: '2.4.62',
    staticModules: 'debian',
    allowOverride: 'AuthConfig, Options=Indexes,MultiViews',
    defines: ['SSL', 'A=b'],
    modules: ['example_module'],
    directives: ['MyDirective'],
    rules: { 'directive-case': 'off', 'unknown-directive': 'hint' },
    root: 'conf/main.conf',
    serverRoots: { '/etc/httpd': 'conf', '/srv': '/data/a b', 'C:\\Apache24': 'windows' },
    envFile: '../envvars',
    checkPaths: true,
    format: { directiveCase: 'canonical' },
    autoClosingTags: false,
  };
  const engine: Settings = {
    ...NO_SETTINGS,
    httpdVersion: '2.4.62',
    staticModules: 'debian',
    checkPaths: true,
    allowOverride: ['AuthConfig', 'Options=Indexes,MultiViews'],
    defines: ['SSL', 'A=b'],
    ownModules: ['example_module'],
    ownDirectives: ['MyDirective'],
    rules: { 'directive-case': 'off', 'unknown-directive': 'hint' },
    serverRoots: {
      '/etc/httpd': 'file:///work/conf',
      '/srv': 'file:///data/a%20b',
      '/c:/Apache24': 'file:///work/windows',
    },
  };
  const files = { root: 'file:///work/conf/main.conf', envFile: 'file:///envvars' };
  assert.deepEqual(read(section), {
    engine,
    directiveCase: 'canonical',
    autoClosingTags: false,
    ...files,
    complaints: [],
  });
});

test('built-in modules are a build or a list', () => {
  const staticModules = (value: string) => read({ staticModules: value }).engine.staticModules;
  assert.equal(staticModules(' redhat '), 'redhat');
  assert.deepEqual(staticModules('so_module'), ['so_module']);
  assert.deepEqual(staticModules('so_module, http_module,'), ['so_module', 'http_module']);
  assert.equal(staticModules(' , '), undefined);
  const { complaints } = read({ staticModules: 'debain' });
  assert.match(complaints.join(), /^The setting htconf\.staticModules is ignored: it must be one of debian, /);
});

const MALFORMED: readonly [section: unknown, complaint: string][] = [
  [{ httpdVersion: 2.4 }, 'The setting htconf.httpdVersion is ignored: it must be 2.4 or a release such as 2.4.62.'],
  [{ httpdVersion: '2.2' }, 'The setting htconf.httpdVersion is ignored: it must be 2.4 or a release such as 2.4.62.'],
  [{ modules: ['a_module', 5] }, 'The setting htconf.modules is ignored: it must be a list of module identifiers.'],
  [{ checkPaths: 'yes' }, 'The setting htconf.checkPaths is ignored: it must be true or false.'],
  [{ directives: 'MyDirective' }, 'The setting htconf.directives is ignored: it must be a list of names.'],
  [{ rules: ['off'] }, 'The setting htconf.rules is ignored: it must be an object with codes and severities.'],
  [{ rules: { 'no-such-code': 'off' } }, 'The setting htconf.rules names no-such-code, but no finding has this code.'],
  [{ rules: { constructor: 'off' } }, 'The setting htconf.rules names constructor, but no finding has this code.'],
  [
    { rules: { 'directive-case': 'none' } },
    'The setting htconf.rules.directive-case is ignored: it must be one of off, error, warning, info, hint.',
  ],
  [
    { format: { directiveCase: true } },
    'The setting htconf.format.directiveCase is ignored: it must be preserve or canonical.',
  ],
  [{ root: 5 }, 'The setting htconf.root is ignored: it must be a path.'],
  [
    { serverRoots: { 'etc/httpd': 'conf' } },
    'The setting htconf.serverRoots is ignored: it must be an object with paths of the server and folders.',
  ],
];

const NAMED: readonly [root: string, uri: string][] = [
  ['/etc/httpd/httpd.conf', 'file:///etc/httpd/httpd.conf'],
  ['./a/../b.conf', 'file:///work/b.conf'],
  ['C:\\conf\\httpd.conf', 'file:///c%3A/conf/httpd.conf'],
  ['50%.conf', 'file:///work/50%25.conf'],
  ['file:///Srv/a%2Bb(1).conf', 'file:///Srv/a%2Bb%281%29.conf'],
];

for (const [root, uri] of NAMED) {
  test(`the path ${root} means ${uri}`, () => {
    assert.equal(read({ root }).root, uri);
  });
}

for (const [section, complaint] of MALFORMED) {
  test(`${JSON.stringify(section)} is ignored, and this is said`, () => {
    assert.deepEqual(read(section), { ...DEFAULTS, complaints: [complaint] });
  });
}

test('one malformed rule leaves the others alone', () => {
  const { engine } = read({ rules: { 'directive-case': 7, 'unknown-directive': 'warning' } });
  assert.deepEqual(engine.rules, { 'unknown-directive': 'warning' });
});
