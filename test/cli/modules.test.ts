import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { dispose } from '../support/oracle/oracle.ts';
import { folderWith, htconf } from './command.ts';
import { debianInput, dumped, httpdMissing } from './dumped.ts';
import { stockTree, stockTreeMissing } from './stockTree.ts';

after(dispose);

/** What `htconf modules` says, which must be without complaint. */
function listed(cwd: string, ...args: readonly string[]): string {
  const { code, stdout, stderr } = htconf(['modules', ...args], { cwd });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout;
}

/** What `httpd -M` says of the same. */
const NAME = 'DUMP_MODULES';

test(
  "of Debian's configuration the list is that of httpd -M",
  { skip: stockTreeMissing || httpdMissing },
  async (t) => {
    const cwd = stockTree(t);
    const expected = await dumped(debianInput(cwd), NAME);
    assert.match(expected ?? '', /^ unixd_module \(static\)\n(.+\n)* mpm_event_module \(shared\)$/m);
    assert.equal(listed(cwd, 'apache2.conf'), expected);
  },
);

test('of conditions, files and macros the list is that of httpd -M', { skip: httpdMissing }, async (t) => {
  const files = {
    'httpd.conf': readFileSync('test/cli/fixtures/modules/httpd.conf', 'utf8'),
    'parts/proxy.conf': readFileSync('test/cli/fixtures/modules/parts/proxy.conf', 'utf8'),
  };
  const cwd = folderWith(t, files);
  for (const defines of [[], ['SSL'], ['SSL', 'PROXY']]) {
    const expected = await dumped({ text: files['httpd.conf'], files, defines }, NAME);
    const args = ['httpd.conf', '--static-modules', 'debian', '--define', 'ANY', ...defines.flatMap(asOption)];
    assert.equal(listed(cwd, ...args), expected);
  }
});

function asOption(name: string): string[] {
  return ['--define', name];
}

test('what is not known is said', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': readFileSync('test/cli/fixtures/modules/unsure.conf', 'utf8'),
  });
  assert.equal(listed(cwd, 'httpd.conf'), readFileSync('test/cli/fixtures/modules/unsure.txt', 'utf8'));
});

test('--root names the main configuration of the FILE', (t) => {
  const cwd = folderWith(t, { 'server.txt': 'LoadModule x_module x.so\nInclude part\n', part: '' });
  const list = listed(cwd, '--root', 'server.txt', 'part');
  assert.match(list, /^ x_module \(shared\)$/m);
  assert.equal(listed(cwd, '--root', 'server.txt'), list);
  assert.equal(listed(cwd, 'server.txt'), list);
});

test('a file that is too large is not looked at', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': Buffer.alloc(16 * 1024 * 1024 + 1, '#') });
  assert.deepEqual(htconf(['modules', 'httpd.conf'], { cwd }), {
    code: 2,
    stdout: '',
    stderr: 'htconf: httpd.conf is larger than 16 MiB; it was not read.\n',
  });
});
