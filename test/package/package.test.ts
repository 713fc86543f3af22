import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, suite, test } from 'node:test';
import { parse } from 'yaml';
import { isClaimed } from '../../server/src/cli/association.ts';
import { inputNames, runAction } from './action.ts';
import { actionInputs, hookIds, shellLines } from './ciPage.ts';
import { folderWithPackage, packed, remove, run } from './installed.ts';

const tarball = packed();
const folder = folderWithPackage(tarball);
after(() => {
  for (const one of [dirname(tarball), folder]) remove(one);
});

const FAULT = 'Options Indxes\n';
const FOUND = /^site\.conf:1:9 error .*\[keyword-value\]/;

suite('the npm package', () => {
  test('holds the command, and needs no other package', () => {
    const installed = join(folder, 'node_modules');
    assert.deepEqual(
      readdirSync(installed).filter((name) => !name.startsWith('.')),
      ['htconf'],
    );
    assert.deepEqual(readdirSync(join(installed, 'htconf'), { recursive: true }).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist',
      join('dist', 'cli.cjs'),
      join('dist', 'notices.txt'),
      'package.json',
    ]);
  });

  test('npx runs it', () => {
    writeFileSync(join(folder, 'site.conf'), FAULT);
    const { status, stdout } = run('npx', ['htconf', 'check', 'site.conf'], folder);
    assert.match(stdout, FOUND);
    assert.equal(status, 1);
    assert.match(run('npx', ['htconf', 'explain', 'keyword-value'], folder).stdout, /^keyword-value\n\n\w/);
  });

  test('may be published', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, unknown>>;
    assert.equal(manifest['private'], undefined);
  });
});

/** A hook as `.pre-commit-hooks.yaml` has it. */
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];

suite('the hooks of pre-commit', () => {
  const hook = (id: string): Hook => hooks.find((one) => one.id === id) ?? assert.fail(`there is no hook ${id}`);
  /** As pre-commit runs it: the words of its entry, and then the files. */
  const runHook = (id: string, ...files: string[]) => run('npx', [...hook(id).entry.split(' '), ...files], folder);

  test('htconf-check fails where something is found', () => {
    writeFileSync(join(folder, 'site.conf'), FAULT);
    writeFileSync(join(folder, 'good.conf'), 'Options Indexes\n');
    const { status, stdout } = runHook('htconf-check', 'site.conf', 'good.conf');
    assert.match(stdout, FOUND);
    assert.equal(status, 1);
    assert.equal(runHook('htconf-check', 'good.conf').status, 0);
  });

  test('htconf-format changes files, which is how pre-commit sees that it fails', () => {
    writeFileSync(join(folder, 'site.conf'), '<IfModule a>\nListen 80\n</IfModule>\n');
    assert.equal(runHook('htconf-format', 'site.conf').status, 0);
    assert.equal(readFileSync(join(folder, 'site.conf'), 'utf8'), '<IfModule a>\n    Listen 80\n</IfModule>\n');
  });

  test('they take the files that the editor claims', () => {
    const paths = [
      ...['httpd.conf', 'a/HTTPD.conf', 'apache2.conf', 'ports.conf', '.htaccess', 'www/.htaccess', 'xports.conf'],
      ...[
        'httpd.conf.in',
        'httpd-std.conf.in',
        'a/httpd/x.conf.in',
        'other.conf',
        'nginx.conf',
        'a.htaccess',
        'xhtaccess',
      ],
      ...['shop.vhost', 'shop.apacheconf', 'a/apache2/b/c.conf', 'etc/httpd/conf.d/ssl.conf', 'apache/x.conf'],
      ...['myapache/x.conf', 'apache2/envvars', 'sites-available/shop', 'a/sites-enabled/000', 'sites-available/a/b'],
      ...['conf.modules.d/00-base.conf', 'conf.modules.d/README', 'mods-enabled/ssl.load', 'mods-available/ssl.conf'],
      ...['mods-enabled/ssl', 'extra/httpd-ssl.conf', 'extra/ssl.conf', 'shop.vhost/x', 'apache2/.conf'],
    ];
    for (const { id, files, language } of hooks) {
      assert.equal(language, 'node');
      const pattern = new RegExp(files.replace('(?i)', ''), 'i'); // what Python writes into the pattern
      for (const path of paths) assert.equal(pattern.test(path), isClaimed(`/${path}`), `${id}: ${path}`);
    }
  });
});

const NO_SHELL = process.platform === 'win32' && 'the shell of Windows is another one';

suite('the action for GitHub', { skip: NO_SHELL }, () => {
  test('shows findings beside the lines', () => {
    writeFileSync(join(folder, 'site.conf'), FAULT);
    const { status, stdout } = runAction({ paths: 'site.conf' }, folder, tarball);
    assert.match(
      stdout,
      /^::error file=site\.conf,line=1,col=9,endLine=1,endColumn=15,title=htconf%3A keyword-value::/m,
    );
    assert.equal(status, 1);
  });

  test('takes paths with blanks, options, and a file to write into', () => {
    writeFileSync(join(folder, 'a site.conf'), FAULT);
    writeFileSync(join(folder, 'b.conf'), FAULT);
    const inputs = {
      paths: 'a site.conf\nb.conf\n',
      args: '--fail-on never --rule *=off',
      format: 'json',
      output: 'out.json',
    };
    const refused = runAction(inputs, folder, tarball);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /--rule names `\*`/);
    const { status, stdout } = runAction({ ...inputs, args: '--fail-on never' }, folder, tarball);
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, /keyword-value/);
    const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as { files: number; findings: unknown[] };
    assert.deepEqual([report.files, report.findings.length], [2, 2]);
  });

  test('of the current folder where no path is given', () => {
    writeFileSync(join(folder, '.htaccess'), FAULT);
    assert.match(runAction({}, folder, tarball).stdout, /file=\.htaccess,/);
  });
});

suite('docs/ci.md', { skip: NO_SHELL }, () => {
  test('the action takes what is handed over, and finds something', () => {
    mkdirSync(join(folder, 'config/httpd'), { recursive: true });
    mkdirSync(join(folder, 'www'), { recursive: true });
    for (const file of ['config/httpd/httpd.conf', 'www/.htaccess']) writeFileSync(join(folder, file), FAULT);
    assert.equal(actionInputs.length, 2);
    for (const inputs of actionInputs) {
      assert.deepEqual(
        Object.keys(inputs).filter((name) => !inputNames.includes(name)),
        [],
      );
      const { status, stdout } = runAction(inputs, folder, tarball);
      const { output } = inputs;
      const said = output === undefined ? stdout : readFileSync(join(folder, output), 'utf8');
      for (const file of ['config/httpd/httpd.conf', 'www/.htaccess']) assert.ok(said.includes(file), file);
      assert.equal(status, 1);
    }
  });

  test('what is typed writes a report', () => {
    writeFileSync(join(folder, '.htaccess'), FAULT);
    assert.equal(shellLines.length, 3);
    for (const line of shellLines) {
      const { status, stdout } = run('bash', ['-c', line], folder);
      const [, file] = / > (\S+)$/.exec(line) ?? [];
      const said = file === undefined ? stdout : readFileSync(join(folder, file), 'utf8');
      assert.match(said, file === undefined ? /^::error file=\.htaccess/m : /<testsuite name="\.htaccess"/);
      assert.equal(status, 1, line);
    }
  });

  test('the hooks are there', () => {
    assert.deepEqual(new Set(hookIds), new Set(hooks.map(({ id }) => id)));
  });
});
