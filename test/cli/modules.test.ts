import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dispose, dump, findHttpd, type Input } from '../support/oracle/oracle.ts';
import { folderWith, htconf } from './command.ts';
import { stockTree, stockTreeMissing } from './stockTree.ts';

const httpd = await findHttpd();
const httpdMissing = httpd
  ? false
  : 'no httpd here: apt-get install apache2 brings one, HTTPD=/path/to/httpd names one';

after(dispose);

/** What `htconf modules` says, which must be without complaint. */
function listed(cwd: string, ...args: readonly string[]): string {
  const { code, stdout, stderr } = htconf(['modules', ...args], { cwd });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout;
}

/** What `httpd -M` says of the same. */
async function dumped(input: Omit<Input, 'kind'>): Promise<string | undefined> {
  return httpd && dump(httpd, { kind: 'main', ...input }, 'DUMP_MODULES');
}

/** The files and links below a folder, by their paths in it. */
function contentsOf(folder: string): Required<Pick<Input, 'files' | 'links'>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name).slice(folder.length + 1),
  }));
  const files = entries.filter(({ entry }) => entry.isFile()).map(({ path }) => path);
  const links = entries.filter(({ entry }) => entry.isSymbolicLink()).map(({ path }) => path);
  return {
    files: Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    links: Object.fromEntries(links.map((path) => [path, readlinkSync(join(folder, path))])),
  };
}

/** What Debian's envvars would set; user and group by number, since this machine need not have those of Debian. */
const ENVIRONMENT = {
  APACHE_RUN_USER: '#65534',
  APACHE_RUN_GROUP: '#65534',
  APACHE_PID_FILE: '/srv/httpd/logs/pid',
  APACHE_RUN_DIR: '/srv/httpd/logs',
  APACHE_LOCK_DIR: '/srv/httpd/logs',
  APACHE_LOG_DIR: '/srv/httpd/logs',
};

test(
  "of Debian's configuration the list is that of httpd -M",
  { skip: stockTreeMissing || httpdMissing },
  async (t) => {
    const cwd = stockTree(t);
    const { files, links } = contentsOf(cwd);
    const here = Object.entries(files).map(([path, text]) => [path, withModulesHere(text)] as const);
    const input = { name: 'apache2.conf', text: files['apache2.conf'] ?? '', environment: ENVIRONMENT };
    const expected = await dumped({ ...input, files: Object.fromEntries(here), links });
    assert.match(expected ?? '', /^ unixd_module \(static\)\n(.+\n)* mpm_event_module \(shared\)$/m);
    assert.equal(listed(cwd, 'apache2.conf'), expected);
  },
);

/** The oracle's server root has a folder with the modules of its httpd, wherever that lies. */
function withModulesHere(text: string): string {
  return text.replaceAll('/usr/lib/apache2/modules', 'modules');
}

test('of conditions, files and macros the list is that of httpd -M', { skip: httpdMissing }, async (t) => {
  const files = {
    'httpd.conf': readFileSync('test/cli/fixtures/modules/httpd.conf', 'utf8'),
    'parts/proxy.conf': readFileSync('test/cli/fixtures/modules/parts/proxy.conf', 'utf8'),
  };
  const cwd = folderWith(t, files);
  for (const defines of [[], ['SSL'], ['SSL', 'PROXY']]) {
    const expected = await dumped({ text: files['httpd.conf'], files, defines });
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
