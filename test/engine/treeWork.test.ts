import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  ABSENT,
  findingsIn,
  fileText,
  listingText,
  NO_SETTINGS,
  openFile,
  survey,
  withChange,
  withEdits,
  type Evaluation,
  type Survey,
} from '../../server/src/engine/engine.ts';
import { treeOfParts } from '../support/tree.ts';
import { surveyTree } from '../support/survey.ts';
import { workOf, type Work } from './workOf.ts';

const BASE = 'file:///etc/httpd';
const MAIN = `${BASE}/httpd.conf`;
const SITES = 2000;

const settings = {
  ...NO_SETTINGS,
  defines: [],
  environment: {},
  staticModules: ['core_module', 'so_module', 'http_module', 'mpm_event_module', 'authz_core_module'],
};

const main = `ServerRoot "/etc/httpd"
ServerName www.example.com
Define LOGS /var/log/httpd
Define SHOP /srv/shop
Listen 80
Include modules.conf
IncludeOptional sites/*.conf
`;

const modules = `LoadModule proxy_module modules/mod_proxy.so
LoadModule proxy_http_module modules/mod_proxy_http.so
`;

/** One virtual host; one of them uses a variable that no other one does. */
function site(number: number): string {
  const name = `www${String(number)}.example.com`;
  const root = number === 700 ? '${SHOP}' : `/srv/${name}`;
  return `# ${name}
<VirtualHost *:80>
    ServerName ${name}
    DocumentRoot ${root}
    <Directory ${root}>
        AllowOverride None
        <RequireAll>
            Require all granted
        </RequireAll>
    </Directory>
</VirtualHost>
`;
}

const parts = Array.from({ length: SITES }, (_, i) => ({ path: siteName(i), text: site(i) }));
const opened = surveyTree(
  treeOfParts([{ path: 'httpd.conf', text: main }, { path: 'modules.conf', text: modules }, ...parts], BASE),
  settings,
);
const before = evaluationIn(opened);

function siteName(number: number): string {
  return `sites/${String(number).padStart(4, '0')}.conf`;
}

function evaluationIn(surveyed: Survey): Evaluation {
  const evaluation = surveyed.evaluations.get(MAIN);
  assert.ok(evaluation);
  return evaluation;
}

/** What comes of a change of files or folders, and what it costs. */
interface Changed {
  readonly surveyed: Survey;
  readonly after: Evaluation;
  readonly work: Work;
}

function changed(change: Parameters<typeof withChange>[1], previous = opened): Changed {
  const before = evaluationIn(previous);
  const snapshot = withChange(before.snapshot, change);
  const surveyed = survey(snapshot, { roots: [MAIN], files: [] }, previous);
  const after = evaluationIn(surveyed);
  return { surveyed, after, work: workOf(before, after) };
}

/** Puts a text in the place of the first occurrence of another. */
function replaced(name: string, what: string, by: string, previous = opened): Changed {
  const file = evaluationIn(previous).snapshot.files.get(`${BASE}/${name}`);
  assert.ok(file);
  const start = fileText(file).indexOf(what);
  assert.ok(start >= 0);
  const edit = { span: { start, end: start + what.length }, text: by };
  return changed({ files: [withEdits(file, 1, [edit])] }, previous);
}

function codesOf({ whole }: Evaluation): string[] {
  return whole.map(({ code }) => code);
}

const MAIN_LINES = main.split('\n').length - 1;
const SITE_LINES = site(0).split('\n').length - 1;

/** What it costs to read one site anew. */
const ONE_SITE = { lexed: SITE_LINES, read: SITE_LINES, judged: SITE_LINES, files: 1 };

function assertWork({ lexed, read, judged, files }: Work, expected: Omit<Work, 'rules'>): void {
  assert.deepEqual({ lexed, read, judged, files }, expected);
}

suite(`one change in a tree of ${String(SITES)} files`, () => {
  test('everything is read, and nothing is wrong', () => {
    assert.equal(before.inclusions.length, SITES + 2);
    assert.deepEqual(findingsIn(opened, MAIN, settings), []);
    assert.deepEqual(findingsIn(opened, `${BASE}/${siteName(1000)}`, settings), []);
  });

  test('a comment costs its chunk', () => {
    assertWork(replaced(siteName(1000), '# www', '# the www').work, ONE_SITE);
  });

  test('a fault costs its chunk', () => {
    assertWork(replaced(siteName(1000), 'DocumentRoot', 'DocumentRot').work, ONE_SITE);
  });

  test('rules over the whole go only through what has changed for them', () => {
    const { work } = replaced(siteName(1000), 'DocumentRoot', 'DocumentRot');
    assert.ok(before.conclusions.some(({ code }) => code === 'duplicate-loadmodule'));
    assert.ok(work.rules.length < before.conclusions.length);
    assert.deepEqual(
      work.rules.filter((code) => /module|mpm/.test(code)),
      [],
    );
  });

  test('what rules over the whole have asked is asked again', () => {
    const lacking = replaced('modules.conf', 'LoadModule proxy_module modules/mod_proxy.so\n', '');
    assert.deepEqual(codesOf(lacking.after), ['module-needs-module']);
    const open = replaced('httpd.conf', 'Listen 80', 'Listen 80\nInclude ${NOWHERE}', lacking.surveyed);
    assert.deepEqual(codesOf(open.after), ['undefined-variable']);
  });

  test('a variable costs the file that uses it', () => {
    const { after, work } = replaced('httpd.conf', '/srv/shop', '/srv/shops');
    assertWork(work, {
      lexed: MAIN_LINES,
      read: MAIN_LINES + SITE_LINES,
      judged: MAIN_LINES + SITE_LINES,
      files: 2,
    });
    const known = new Set(before.inclusions);
    assert.deepEqual(
      after.inclusions.filter((one) => !known.has(one)).map(({ file }) => file.uri),
      [MAIN, `${BASE}/${siteName(700)}`],
    );
  });

  test('a variable that nobody uses costs the main configuration', () => {
    const { work } = replaced('httpd.conf', '/var/log/httpd', '/var/log');
    assertWork(work, { lexed: MAIN_LINES, read: MAIN_LINES, judged: MAIN_LINES, files: 1 });
  });

  test('a new file costs itself, and the line that includes it', () => {
    const names = [...parts.map(({ path }) => path), 'sites/0000a.conf'].sort();
    const { work } = changed({ files: [openFile(`${BASE}/sites/0000a.conf`, 0, site(SITES))], folders: listed(names) });
    assertWork(work, withLine(ONE_SITE));
  });

  test('a file that goes costs the line that includes it', () => {
    const names = parts.map(({ path }) => path).filter((path) => path !== siteName(5));
    const { work } = changed({ gone: [`${BASE}/${siteName(5)}`], folders: listed(names) });
    assertWork(work, withLine({ lexed: 0, read: 0, judged: 0, files: 0 }));
  });

  test('a folder that goes costs no more', () => {
    const { work } = changed({ folders: new Map([[`${BASE}/sites`, ABSENT]]) });
    assertWork(work, withLine({ lexed: 0, read: 0, judged: 0, files: 0 }));
  });
});

/** The line that includes is read again. */
function withLine({ lexed, read, judged, files }: Omit<Work, 'rules'>): Omit<Work, 'rules'> {
  return { lexed, read: read + 1, judged: judged + 1, files: files + 1 };
}

function listed(paths: readonly string[]): ReadonlyMap<string, string> {
  const entries = paths.map((path) => ({
    kind: 'file' as const,
    uri: `${BASE}/${path}`,
    name: path.slice('sites/'.length),
  }));
  return new Map([[`${BASE}/sites`, listingText(entries)]]);
}
