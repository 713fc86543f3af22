import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS } from '../../server/src/cli/options.ts';
import { folderWith, htconf } from './command.ts';

const cwd = process.cwd();
const run = (...args: string[]) => htconf(args, { cwd });

test('--version names the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  assert.deepEqual(run('--version'), { code: 0, stdout: `htconf ${version}\n`, stderr: '' });
});

test('--help names every command', () => {
  const { code, stdout, stderr } = run('--help');
  assert.equal(code, 0);
  assert.equal(stderr, '');
  for (const { name, summary } of COMMANDS) assert.ok(stdout.includes(`  ${name} `) && stdout.includes(summary), name);
  assert.deepEqual(run('help'), run('--help'));
  assert.deepEqual(run('-h'), run('--help'));
});

test('the help of a command names all of its options', () => {
  for (const command of COMMANDS) {
    const { code, stdout } = run('help', command.name);
    assert.equal(code, 0);
    for (const { name } of command.options) assert.match(stdout, new RegExp(`^  --${name}( |$)`, 'm'));
    assert.ok(stdout.split('\n').every((line) => line.length <= 100));
    assert.equal(run(command.name, '--help').stdout, stdout);
    assert.equal(run(command.name, '-h').stdout, stdout);
  }
});

test('what cannot be understood is one sentence and exit code 2', (t) => {
  const folder = folderWith(t, { 'httpd.conf': 'Listen\n', 'empty/readme.txt': '' });
  const cases: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [[], /name a command: check, format, modules, vhosts, explain, server/],
    [['chek'], /there is no command `chek`/],
    [['help', 'chek'], /there is no command `chek`/],
    [['check', '--fixx'], /check has no option --fixx/],
    [['check', '-x'], /check has no option -x/],
    [['check', '--fix=yes'], /--fix takes no value/],
    [['check', '--format'], /--format needs a value: text\|json/],
    [['check', '--format', 'xml'], /--format takes text\|json\|.*, not `xml`/],
    [['check', '--define', '--fix'], /--define needs a value/],
    [['check', '--fail-on', 'hint'], /--fail-on takes .*not `hint`/],
    [['check', '--context', 'location'], /--context takes .*not `location`/],
    [['check', '--modules', 'some'], /--modules takes root\|all, not `some`/],
    [['check', '--httpd-version', '2.2.3'], /--httpd-version takes 2\.4\.N, not `2\.2\.3`/],
    [['check', '--static-modules', 'debain'], /--static-modules names `debain`/],
    [['check', '--static-modules', 'so_module,foo'], /--static-modules names `so_module,foo`/],
    [['check', '--module', 'a b'], /--module takes IDENTIFIER/],
    [['check', '--directive', 'a b'], /--directive takes NAME/],
    [['check', '--define', ''], /--define takes NAME/],
    [['check', '--rule', 'unknown-directive'], /--rule takes CODE=/],
    [['check', '--rule', 'unknown-directive=fatal'], /--rule takes CODE=/],
    [['check', '--rule', 'unknwon-directive=off'], /--rule names `unknwon-directive`/],
    [['check', '--rule', 'constructor=off'], /--rule names `constructor`/],
    [['check', ''], /A PATH is empty/],
    [['check', 'missing.conf'], /missing\.conf cannot be read: it does not exist/],
    [['check', 'httpd.conf/x'], /cannot be read/],
    [['check', 'empty'], /empty holds no file that is named like httpd configuration/],
    [['format', '--indent', '0'], /--indent takes N\|tab, not `0`/],
    [['format', '--directive-case', 'lower'], /--directive-case takes preserve\|canonical/],
    [['format', '--fix'], /format has no option --fix/],
    [['modules'], /name the FILE to look at/],
    [['modules', ''], /A FILE is empty/],
    [['modules', 'httpd.conf', 'x'], /modules takes one FILE, and `x` is one more/],
    [['modules', 'missing.conf'], /missing\.conf cannot be read: it does not exist/],
    [['modules', 'empty'], /empty cannot be read: it is no regular file/],
    [['modules', '--root', 'missing.conf'], /missing\.conf cannot be read: it does not exist/],
    [['modules', '--root', 'httpd.conf', 'empty/readme.txt'], /empty\/readme\.txt is not read by httpd\.conf/],
    [['modules', '--format', 'json', 'httpd.conf'], /modules has no option --format/],
    [['explain'], /name what to explain/],
    [['explain', ''], /A name is empty/],
    [['explain', 'Listen', 'Options'], /explain takes one name, and `Options` is one more/],
    [
      ['explain', 'unknwon-directive'],
      /no code and no directive `unknwon-directive`\. Was `unknown-directive` meant\?/,
    ],
    [['explain', '<Directry>'], /no code and no directive `<Directry>`\. Was `Directory` meant\?/],
    [['explain', 'constructor'], /there is no code and no directive `constructor`\.\n/],
    [['server'], /server needs --stdio/],
    [['server', '--stdio', 'x'], /server takes no `x`/],
  ];
  for (const [args, sentence] of cases) {
    const { code, stdout, stderr } = htconf(args, { cwd: folder });
    assert.match(stderr, sentence, args.join(' '));
    assert.match(stderr, /^htconf: [^\n]+\n$/, args.join(' '));
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, args.join(' '));
  }
});

test('a path that begins with a dash stands behind --', (t) => {
  const folder = folderWith(t, { '-x.conf': 'Listen 80\n' });
  assert.equal(htconf(['check', '--', '-x.conf'], { cwd: folder }).stdout, 'Nothing found in 1 file.\n');
});
