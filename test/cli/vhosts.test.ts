import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, test } from 'node:test';
import { dispose, type Input } from '../support/oracle/oracle.ts';
import { folderWith, htconf } from './command.ts';
import { contentsOf, debianInput, dumped, httpdMissing } from './dumped.ts';
import { stockTree, stockTreeMissing } from './stockTree.ts';

after(dispose);

/** What `htconf vhosts` says, which must be without complaint. */
function listed(cwd: string, ...args: readonly string[]): string {
  const { code, stdout, stderr } = htconf(['vhosts', ...args], { cwd });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout;
}

/**
 * What `httpd -S` says of virtual hosts, in which three things are different: files are called by paths from the server
 * root, a link to a file as what it leads to, and what a macro has made by the line that uses the macro.
 */
async function expectedOf(input: Omit<Input, 'kind'>): Promise<string | undefined> {
  const said = await dumped(input, 'DUMP_VHOSTS');
  return said
    ?.replaceAll(/\(macro .* used on line (\d+) of "(.*)":\d+\)/g, '($2:$1)')
    .replaceAll(/\(\/srv\/httpd\/(.*):(\d+)\)/g, (_, path: string, line: string) => `(${behind(path, input)}:${line})`);
}

function behind(path: string, { links = {} }: Pick<Input, 'links'>): string {
  const target = links[path];
  return target === undefined ? path : posix.join(posix.dirname(path), target);
}

test(
  "of Debian's configuration the list is that of httpd -S",
  { skip: stockTreeMissing || httpdMissing },
  async (t) => {
    const cwd = stockTree(t);
    writeFileSync(join(cwd, 'conf-enabled/name.conf'), 'ServerName debian.example.com\n');
    const expected = await expectedOf(debianInput(cwd));
    assert.match(expected ?? '', /^\*:80 +debian\.example\.com \(sites-available\/000-default\.conf:1\)$/m);
    assert.equal(listed(cwd, 'apache2.conf'), expected);
  },
);

test('of hosts of all sorts the list is that of httpd -S', { skip: httpdMissing }, async (t) => {
  const cwd = folderWith(t, {});
  cpSync('test/cli/fixtures/vhosts', cwd, { recursive: true });
  const { files } = contentsOf(cwd);
  for (const defines of [['ANY'], ['NO_ALIAS'], ['NEVER']]) {
    const expected = await expectedOf({ text: files['httpd.conf'] ?? '', files, defines });
    assert.match(expected ?? '', /wild alias/);
    assert.equal(listed(cwd, 'httpd.conf', '--define', defines.join()), expected);
  }
});

test('what is not known is said', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': readFileSync('test/cli/fixtures/vhosts/unsure.conf', 'utf8') });
  assert.equal(listed(cwd, 'httpd.conf'), readFileSync('test/cli/fixtures/vhosts/unsure.txt', 'utf8'));
});
