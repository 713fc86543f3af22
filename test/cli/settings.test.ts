import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { folderWith, htconf } from './command.ts';
import { checkJson, inShort } from './report.ts';

/** What is found in a text without an option, and with it. */
function effect(t: TestContext, { text, name = 'x.conf' }: { text: string; name?: string }, option: readonly string[]) {
  const cwd = folderWith(t, { [name]: text });
  const found = (args: readonly string[]) => inShort(checkJson([...args, name], { cwd }));
  return { without: found([]), with: found(option) };
}

test('--context says where the file is included', (t) => {
  const loose = { text: 'Listen 80\n' };
  assert.deepEqual(effect(t, loose, ['--context', 'server']), { without: [], with: [] });
  for (const context of ['vhost', 'directory']) {
    assert.deepEqual(effect(t, loose, ['--context', context]), {
      without: [],
      with: ['x.conf:1:1 error wrong-context'],
    });
  }
  const cwd = folderWith(t, { 'x.conf': 'Listen 80\n' });
  assert.equal(checkJson(['--context', 'htaccess', 'x.conf'], { cwd }).findings[0]?.refusedAt, 'request');
});

test('--modules all closes the world', (t) => {
  assert.deepEqual(effect(t, { text: 'Zzyzx On\n' }, ['--modules', 'all']), {
    without: ['x.conf:1:1 warning unknown-directive'],
    with: ['x.conf:1:1 error unknown-directive'],
  });
  assert.deepEqual(effect(t, { text: 'Zzyzx On\n' }, ['--modules', 'root']).with, [
    'x.conf:1:1 warning unknown-directive',
  ]);
});

test('--static-modules takes a build or identifiers', (t) => {
  const text = 'ServerRoot /srv\n<IfModule log_config_module>\nServerAdmin\n</IfModule>\n';
  const names = (found: readonly string[]) => found.map((line) => line.split(' ').slice(1).join(' '));
  const built = (modules: string) => effect(t, { text }, ['--rule', 'no-mpm=off', '--static-modules', modules]);
  const debian = built('debian');
  const list = built('core_module,log_config_module');
  const other = built('so_module');
  assert.deepEqual(names(debian.without), ['warning argument-count']);
  assert.deepEqual(names(debian.with), ['error argument-count']);
  assert.deepEqual(names(list.with), ['error argument-count']);
  assert.deepEqual(names(other.with), ['hint dead-branch']);
});

test('a fix tells the option by which a name is taken as known', (t) => {
  const cwd = folderWith(t, { 'x.conf': 'MyThing On\n<MyPart a>\n</MyPart>\n<IfModule rewrit_module>\n</IfModule>\n' });
  const fixes = checkJson(['x.conf'], { cwd }).findings.map((finding) => finding.fixes.at(-1));
  const own = (title: string) => ({ title, safe: false, preferred: false, edits: [] });
  assert.deepEqual(fixes, [
    own('`MyThing` is a directive of our own module (--directive MyThing)'),
    own('`<MyPart>` is a directive of our own module (--directive "<MyPart>")'),
    own('`rewrit_module` is a module of our own (--module rewrit_module)'),
  ]);
  const told = ['--directive', 'MyThing', '--directive', '<MyPart>', '--module', 'rewrit_module'];
  assert.deepEqual(checkJson([...told, 'x.conf'], { cwd }).findings, []);
});

test("--directive and --module name what is the user's own", (t) => {
  const text =
    'ServerRoot /srv\nLoadModule example_module modules/example.so\nMyDirective On\n<MySection>\n</MySection>\n';
  const own = ['--module', 'example_module', '--directive', 'MyDirective', '--directive', '<MySection>'];
  const { without, with: after } = effect(t, { text }, own);
  assert.ok(without.some((line) => line.startsWith('x.conf:3:1')));
  assert.deepEqual(after, []);
});

test('--define says what httpd is started with', (t) => {
  const text = 'ServerRoot /srv\n<IfDefine SSL>\nListen\n</IfDefine>\n';
  assert.deepEqual(effect(t, { text }, ['--define', 'SSL', '--define', 'B=c']), {
    without: ['x.conf:3:1 warning argument-count'],
    with: ['x.conf:3:1 error argument-count'],
  });
  assert.deepEqual(effect(t, { text }, ['--define', 'Other']).with, ['x.conf:2:1 hint dead-branch']);
});

test('--httpd-version says which release reads it', (t) => {
  const text = 'ServerRoot /srv\n<IfVersion >= 2.4.30>\nListen\n</IfVersion>\n';
  assert.deepEqual(effect(t, { text }, ['--httpd-version', '2.4.62']), {
    without: ['x.conf:3:1 warning argument-count'],
    with: ['x.conf:3:1 error argument-count'],
  });
  assert.deepEqual(effect(t, { text }, ['--httpd-version', '2.4.10']).with, ['x.conf:2:1 hint dead-branch']);
  assert.deepEqual(effect(t, { text }, ['--httpd-version', '2.4']).with, ['x.conf:3:1 warning argument-count']);
});

test('--rule sets a severity, and an error says where httpd refuses', (t) => {
  const text = 'loadModule dir_module modules/mod_dir.so\n';
  for (const severity of ['error', 'warning', 'hint']) {
    assert.deepEqual(effect(t, { text }, ['--rule', `directive-case=${severity}`]), {
      without: ['x.conf:1:1 info directive-case'],
      with: [`x.conf:1:1 ${severity} directive-case`],
    });
  }
  assert.deepEqual(effect(t, { text }, ['--rule', 'directive-case=off', '--rule', 'unknown-directive=info']).with, []);
});

test('refusedAt stands on every error and on nothing else', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'Listen\nloadModule dir_module modules/mod_dir.so\nOptions Indxes\n' });
  const { findings } = checkJson(['--rule', 'argument-count=warning', '--rule', 'directive-case=error'], { cwd });
  assert.deepEqual(
    findings.map((row) => [row.severity, row.refusedAt]),
    [
      ['warning', undefined],
      ['error', 'configtest'],
      ['error', 'configtest'],
    ],
  );
});

test('the last of an option that counts once is taken', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'Listen\n' });
  assert.equal(htconf(['check', '--fail-on', 'never', '--fail-on', 'error'], { cwd }).code, 1);
  assert.equal(htconf(['check', '--fail-on', 'error', '--fail-on', 'never'], { cwd }).code, 0);
});
