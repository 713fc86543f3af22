import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, suite, test, type TestContext } from 'node:test';
import { dispose, findHttpd, judge } from '../support/oracle/oracle.ts';
import { folderWith } from './command.ts';
import { checkJson } from './report.ts';

const httpd = await findHttpd();
const skip = httpd ? false : 'no httpd here: apt-get install apache2 brings one, HTTPD=/path/to/httpd names one';

after(dispose);

/** The beginning of a main configuration, and the lines with a file of a module that is not there. */
interface Case {
  readonly name: string;
  /** `/srv/httpd` is the folder of the configuration; `modules` in it has the modules of the real httpd. */
  readonly text: string;
  readonly missing: readonly number[];
}

const MPM = 'LoadModule mpm_event_module modules/mod_mpm_event.so\n';
const HEADERS = 'LoadModule headers_module modules/mod_headers.so\n';
const MISSING = 'LoadModule nothere_module modules/mod_nothere.so\n';
const END = 'Listen 8080\nServerName localhost\n';

const CASES: readonly Case[] = [
  { name: 'a file that is there', text: MPM + HEADERS, missing: [] },
  { name: 'a file that is not there', text: MPM + MISSING, missing: [2] },
  { name: 'a folder that is not there', text: `${MPM}LoadModule x_module nothere/mod_x.so\n`, missing: [2] },
  {
    name: 'another file of a module that is loaded already',
    text: `${MPM}LoadModule mpm_event_module modules/mod_nothere.so\n`,
    missing: [],
  },
  {
    name: 'a path elsewhere, where the configuration lies in its place',
    text: `ServerRoot /srv/httpd\n${MPM}LoadModule x_module /nothere/mod_x.so\n`,
    missing: [3],
  },
  {
    name: 'a name below the ServerRoot that stands above the line',
    text: `ServerRoot /srv/httpd\n${MPM}ServerRoot /srv/httpd/logs\n${HEADERS}`,
    missing: [4],
  },
  {
    name: 'a name above the line with the ServerRoot',
    text: `ServerRoot /srv/httpd\n${MPM}${HEADERS}ServerRoot /srv/httpd/logs\n`,
    missing: [],
  },
  { name: 'a line that is not read', text: `${MPM}<IfModule !so_module>\n${MISSING}</IfModule>\n`, missing: [] },
];

/** Lines and severities of what is found about files of modules. */
function found(t: TestContext, text: string, ...args: readonly string[]): string[] {
  const cwd = folderWith(t, { 'logs/.keep': '' });
  symlinkSync(httpd?.modules ?? '', join(cwd, 'modules'));
  writeFileSync(join(cwd, 'httpd.conf'), (text + END).replaceAll('/srv/httpd', cwd));
  const { findings } = checkJson(['--static-modules', 'debian', ...args, 'httpd.conf'], { cwd });
  return findings
    .filter(({ code }) => code === 'module-file')
    .map(({ line, severity }) => `${String(line)} ${severity}`);
}

suite('--check-paths says where httpd does not find the file of a module', { skip }, () => {
  for (const { name, text, missing } of CASES) {
    test(name, async (t) => {
      const verdict = httpd && (await judge(httpd, { kind: 'main', text: text + END }));
      assert.deepEqual(verdict?.line === undefined ? [] : [verdict.line], missing, verdict?.message);
      assert.deepEqual(
        found(t, text, '--check-paths'),
        missing.map((line) => `${String(line)} error`),
      );
      assert.deepEqual(found(t, text), [], 'without it');
    });
  }
});

suite('--check-paths is silent, or warns', { skip }, () => {
  test('of a name that the system looks for, too', (t) => {
    assert.deepEqual(found(t, `${MPM}LoadModule x_module mod_nothere.so\n`, '--check-paths'), []);
  });

  test('of a path that may be that of another machine', (t) => {
    assert.deepEqual(found(t, `${MPM}LoadModule x_module /nothere/mod_x.so\n`, '--check-paths'), []);
  });

  test('where the line may not be read, or the module may be loaded already', (t) => {
    const unsure = `${MPM}<IfDefine X>\n${MISSING}</IfDefine>\n${MISSING}`;
    assert.deepEqual(found(t, unsure, '--check-paths'), ['3 warning', '5 warning']);
    const open = `${MPM}Include \${ELSEWHERE}/*.conf\n${MISSING}`;
    assert.deepEqual(found(t, open, '--check-paths'), ['3 warning']);
  });
});
