import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { canStart, dispose, dump, judge, type Input, type Step, type Verdict } from '../support/oracle/oracle.ts';
import { httpd, httpdMissing } from './liveHttpd.ts';
import { prelude } from './preludes.ts';

const main: Input = { text: '', kind: 'main', ...prelude('std') };
const htaccess: Input = { ...main, kind: 'htaccess' };

// this file runs once more below, as a process that is interrupted while its server runs
if (process.env['HTCONF_TEST_INTERRUPTED']) await waitWithServer();
else declareTests();

function declareTests(): void {
  suite('the real httpd as judge', { skip: httpdMissing }, () => {
    after(dispose);
    suite('of a main configuration', testConfigtest);
    suite('of where a text stands', testSurroundings);
    suite('at the start, and of a request', testStart);
    suite('of a .htaccess', testHtaccess);
    suite('shows what it has read', testDump);
    suite('leaves nothing behind', testEnd);
  });
}

function testConfigtest(): void {
  test('accepts what is right', async () => {
    assert.deepEqual(await verdict({ text: 'ServerAdmin a@example.org\n' }), { accepted: true });
  });

  test('names the line of what is wrong, the last one of a logical line', async () => {
    const refused = { accepted: false, refusedAt: 'configtest', fault: 'configuration' };
    assert.deepEqual(await verdict({ text: '\nBogus\n' }), { ...refused, line: 2, kind: 'unknown-command' });
    assert.deepEqual(await verdict({ text: 'ServerAdmin \\\n a b\n' }), {
      ...refused,
      line: 2,
      kind: 'argument-count',
    });
  });

  test('names no line of what is wrong with the whole', async () => {
    const { line, kind } = await judged({ text: 'ServerName a\n', prelude: '' });
    assert.deepEqual([line, kind], [undefined, 'no-mpm']);
  });

  test('says in its own words why, with the folder that stands for the server root', async () => {
    const { message } = await judged({ text: 'Bogus\n' });
    assert.match(message, /line 1 of \/srv\/httpd\/httpd\.conf:\n.*Bogus/);
  });

  test('tells a fault of the machine from one of the text', async () => {
    const { fault, line } = await judged({ text: '\nLoadModule nope_module modules/mod_nope.so\n' });
    assert.deepEqual([fault, line], ['environment', 2]);
    assert.equal((await judged({ text: 'KeepAlive maybe\n' })).fault, 'configuration');
  });

  test('knows the server root by the folder that stands for it', async () => {
    assert.deepEqual(await verdict({ text: 'DocumentRoot /srv/httpd/htdocs\n' }), { accepted: true });
  });
}

function testSurroundings(): void {
  test('names the line of Use for what is wrong in a macro', async () => {
    const text = 'LoadModule macro_module modules/mod_macro.so\n<Macro m>\nBogus\n</Macro>\nUse m\n';
    const { line, file } = await judged({ text });
    assert.deepEqual([line, file], [5, undefined]);
  });

  test('names the file of a line that is included', async () => {
    const { line, file } = await judged({ text: 'Include conf.d/*.conf\n', files: { 'conf.d/a.conf': '\n\nBogus\n' } });
    assert.deepEqual([line, file], [3, 'conf.d/a.conf']);
  });

  test('blames nobody for a prelude that it refuses', async () => {
    const { file, fault } = await judged({ text: '', prelude: `${main.prelude ?? ''}Bogus\n` });
    assert.deepEqual([file, fault], ['prelude', 'environment']);
  });

  test('reads a text within a section, and counts the lines of the text', async () => {
    const { line, kind } = await judged({ text: '\nListen 127.0.0.1:8098\n', within: '<VirtualHost *:80>' });
    assert.deepEqual([line, kind], [2, 'context']);
  });

  test('has the environment and the names that it is given, and no others', async () => {
    const text = '<IfDefine SITE>\nError "${WHERE}"\n</IfDefine>\n';
    const { message } = await judged({ text, defines: ['SITE'], environment: { WHERE: 'here' } });
    assert.match(message, /here$/);
    assert.deepEqual(await verdict({ text }), { accepted: true });
    assert.match((await judged({ text: 'Error "${HOME}"\n' })).message, /\$\{HOME\}$/);
  });
}

function testStart(): void {
  test('starts what is right', async () => {
    assert.deepEqual(await verdict({ text: '' }, 'start'), { accepted: true });
  });

  test('refuses at the start what has no port to listen on', async () => {
    const lines = (main.prelude ?? '').replace(/^Listen .*\n/m, '');
    assert.deepEqual(await verdict({ text: '', prelude: lines }), { accepted: true });
    const { refusedAt, kind, fault } = await judged({ text: '', prelude: lines }, 'start');
    assert.deepEqual([refusedAt, kind, fault], ['start', 'no-listen', 'configuration']);
  });

  test('starts what listens everywhere on loopback alone', async () => {
    assert.deepEqual(await verdict({ text: 'Listen 80\nListen *:443\n' }, 'start'), { accepted: true });
  });

  const beyond = ['Listen 192.0.2.1:8098\n', 'Listen 8098\nListen 0.0.0.0:8098\n'];

  test('starts what others could reach, or what would not be the same on loopback, only where it is alone', async () => {
    const isAlone = await canStart({ ...main, text: beyond.join('') });
    for (const text of beyond) {
      const { accepted, kind } = await verdict({ text }, 'start');
      assert.deepEqual([accepted, kind], isAlone ? [true, undefined] : [false, 'not-loopback']);
    }
    const { refusedAt, kind } = await judged({ text: 'Listen 8098\nListen 127.0.0.1:8098\n' }, 'start');
    assert.deepEqual([refusedAt, kind], ['start', isAlone ? 'no-listen' : 'not-loopback']);
  });

  test('asks nothing of what others could reach', async () => {
    for (const text of beyond) {
      const { refusedAt, kind, fault } = await judged({ text }, 'request');
      assert.deepEqual([refusedAt, kind, fault], ['start', 'not-loopback', 'environment']);
    }
  });

  test('starts several at once that ask for the same port', async () => {
    const all = await Promise.all(['a', 'b', 'c'].map((name) => verdict({ text: `ServerAdmin ${name}\n` }, 'start')));
    assert.deepEqual(all, [{ accepted: true }, { accepted: true }, { accepted: true }]);
  });

  test('refuses at a request what it answers with 500', async () => {
    const text = '<Location />\nRequire valid-user\n</Location>\n';
    assert.deepEqual(await verdict({ text }, 'start'), { accepted: true });
    const { refusedAt, kind, message } = await judged({ text }, 'request');
    assert.deepEqual([refusedAt, kind], ['request', 'authentication-missing']);
    assert.match(message, /AH00027/);
  });
}

function testHtaccess(): void {
  test('accepts what is right', async () => {
    assert.deepEqual(await verdict({ ...htaccess, text: 'Options -Indexes\n' }), { accepted: true });
  });

  test('refuses what it answers with 500, at its line', async () => {
    const { refusedAt, line, kind } = await judged({
      ...htaccess,
      text: 'SetEnv A b\n<If "true">\nListen \\\n 80\n</If>\n',
    });
    assert.deepEqual([refusedAt, line, kind], ['request', 4, 'context']);
  });

  test('refuses a section that is not closed, at its tag', async () => {
    const { line, kind } = await judged({ ...htaccess, text: '\n<Files a>\nSetEnv A b\n' });
    assert.deepEqual([line, kind], [2, 'section-unclosed']);
  });

  test('refuses what the folder does not allow', async () => {
    const text = 'SetEnv A b\nRequire all granted\n';
    assert.deepEqual(await verdict({ ...htaccess, text }), { accepted: true });
    const { line, kind } = await judged({ ...htaccess, text, allowOverride: 'FileInfo' });
    assert.deepEqual([line, kind], [2, 'context']);
  });

  test('does not mix up what is asked at the same time', async () => {
    const texts = ['Bogus\n', 'SetEnv A b\n', '\nServerName a\n', '\n\nErrorDocument 999 a\n'];
    const all = await Promise.all(texts.map((text) => judged({ ...htaccess, text })));
    assert.deepEqual(
      all.map(({ line, kind }) => [line, kind]),
      [
        [1, 'unknown-command'],
        [undefined, undefined],
        [2, 'context'],
        [3, 'value'],
      ],
    );
  });
}

function testDump(): void {
  const info = `LoadModule info_module modules/mod_info.so\n${main.prelude ?? ''}`;

  test('with the folder that stands for the server root', async () => {
    const text = 'Define WHO me\nServerAdmin ${WHO}\nDocumentRoot /srv/httpd/htdocs\n';
    assert.ok(httpd);
    const dumped = await dump(httpd, { ...main, text, prelude: info });
    assert.match(dumped ?? '', /ServerAdmin me\n.*\nDocumentRoot \/srv\/httpd\/htdocs\n/);
  });

  test('in the bytes of the text', async () => {
    assert.ok(httpd);
    for (const encoding of ['utf8', 'latin1'] as const)
      assert.match((await dump(httpd, { ...main, text: 'ServerAdmin é\n', encoding, prelude: info })) ?? '', / é\n/);
  });

  test('unless it refuses', async () => {
    assert.ok(httpd);
    assert.equal(await dump(httpd, { ...main, text: 'Bogus\n', prelude: info }), undefined);
  });
}

function testEnd(): void {
  test('when the process is interrupted', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'htconf-oracle-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
      env: { ...process.env, HTCONF_TEST_INTERRUPTED: '1', TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const [made = ''] = readdirSync(folder);
    const server = Number(readFileSync(join(folder, made, '1/httpd/logs/httpd.pid'), 'utf8'));
    assert.ok(isRunning(server));
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGINT']);
    assert.deepEqual(readdirSync(folder), []);
    for (let i = 0; i < 500 && isRunning(server); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(!isRunning(server));
  });
}

/** A process that has ended and that nobody has waited for (Z) does not count. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function waitWithServer(): Promise<void> {
  await judged({ ...htaccess, text: '' });
  process.stdout.write('ready\n');
  setInterval(() => undefined, 1000);
}

function judged(input: Partial<Input>, steps?: Step): Promise<Verdict> {
  assert.ok(httpd);
  return judge(httpd, { ...main, ...input }, steps);
}

/** All of a verdict but the words; of what is accepted only that it is. */
async function verdict(input: Partial<Input>, steps?: Step): Promise<Partial<Verdict>> {
  const { message, fault, ...rest } = await judged(input, steps);
  assert.equal(message === '', rest.accepted);
  return rest.accepted ? rest : { ...rest, fault };
}
