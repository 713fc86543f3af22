import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  EMPTY_SNAPSHOT,
  evaluate,
  findings,
  fileText,
  NO_SETTINGS,
  openFile,
  withChange,
  withEdits,
  type Evaluation,
  type SourceFile,
} from '../../server/src/engine/engine.ts';
import { sum, workOf, type Work } from './workOf.ts';

/** Lines of two chunks of the usual size: what one edit may cost, however large the file is. */
const MOST = 512;

const LINES = 10_000;
const settings = {
  ...NO_SETTINGS,
  defines: [],
  environment: {},
  staticModules: ['core_module', 'so_module', 'http_module', 'mpm_event_module', 'authz_core_module'],
};

/** What stands in front of the first virtual hosts. */
const SERVER = ['Define SITES /srv/sites', 'ServerName www.example.com', 'Listen 80'];

/** A main configuration of virtual hosts of ten lines each. A variable is used in one in fifty of them. */
const text = Array.from({ length: LINES / 10 }, (_, i) => virtualHost(i)).join('');

function virtualHost(number: number): string {
  const name = `www${String(number)}.example.com`;
  const root = number % 50 === 25 ? '${SITES}' : '/srv/www';
  return [
    SERVER[number] ?? `# ${name}`,
    '<VirtualHost *:80>',
    `    ServerName ${name}`,
    `    DocumentRoot ${root}/${name}`,
    `    <Directory ${root}/${name}>`,
    '        AllowOverride None',
    '        Require all granted',
    '    </Directory>',
    '</VirtualHost>',
    '',
    '',
  ]
    .slice(0, 10)
    .map((line) => `${line}\n`)
    .join('');
}

const opened = evaluated(openFile('file:///etc/httpd/httpd.conf', 0, text));

function evaluated(file: SourceFile, previous?: Evaluation): Evaluation {
  return evaluate(withChange(EMPTY_SNAPSHOT, { files: [file], settings }), file, previous);
}

/** Puts a text in the place of the first occurrence of another. */
function replace(what: string, by: string): { readonly after: Evaluation; readonly work: Work } {
  const start = text.indexOf(what);
  assert.ok(start >= 0);
  const file = withEdits(opened.file, 1, [{ span: { start, end: start + what.length }, text: by }]);
  const after = evaluated(file, opened);
  assert.equal(
    fileText(file),
    text.replace(what, () => by),
  );
  return { after, work: workOf(opened, after) };
}

function assertSmall(work: Work): void {
  const { lexed, read, judged } = work;
  assert.ok(lexed > 0 && Math.max(lexed, read, judged) <= MOST, JSON.stringify(work));
}

suite('one edit in 10,000 lines', () => {
  test('the file is read in one run for each chunk', () => {
    assert.equal(sum(opened.runs.map((run) => run.places.length)), LINES);
    assert.equal(opened.runs.length, opened.file.chunks.length);
    assert.deepEqual(findings(opened, settings), []);
  });

  const small = [
    ['a letter in the middle', 'www500.example.com\n', 'www500.example.org\n'],
    ['a fault in the middle', 'ServerName www500', 'ServerNam www500'],
    ['a line at the beginning: all others move', 'Define SITES', '# sites\nDefine SITES'],
    ['a line at the end', '# www999', '\n# www999'],
    ['the argument of a section at the top', '<VirtualHost *:80>', '<VirtualHost *:8>'],
    ['a comment that swallows a line', '# www500.example.com', '# www500.example.com \\'],
    ['a new section', '# www500.example.com', '<VirtualHost *:80>\n</VirtualHost>'],
    ['a variable that nobody uses', '# www500.example.com', 'Define UNUSED'],
    ['all of a virtual host', virtualHost(500), ''],
  ] as const;
  for (const [name, what, by] of small) test(name, () => assertSmall(replace(what, by).work));

  test('the value of a variable: only the chunks that use it are read again', () => {
    const { after, work } = replace('Define SITES /srv/sites', 'Define SITES /srv/vhosts');
    const before = new Set(opened.runs);
    const again = after.runs.filter((run) => !before.has(run)).map(({ chunk }) => chunk);
    const users = after.file.chunks.filter(({ lines }) => lines.some(({ raw }) => /SITES/.test(raw)));
    assert.deepEqual(again.map(numberIn(after)), users.map(numberIn(after)));
    assert.ok(users.length < after.file.chunks.length && work.lexed <= MOST);
  });

  test('a module that is loaded: nothing is read again but its chunk', () => {
    const { work } = replace('# www500', 'LoadModule rewrite_module modules/mod_rewrite.so\n# www500');
    assert.ok(work.lexed <= MOST && work.read <= MOST, JSON.stringify(work));
  });

  test('a tag without end at the top: it is not known any more where the lines below it stand', (t) => {
    const { work } = replace('Define SITES', '<Directory /srv>\nDefine SITES');
    t.diagnostic(`a tag without end at the top of ${String(LINES)} lines: ${JSON.stringify(work)}`);
    assert.ok(work.lexed <= MOST, JSON.stringify(work));
  });
});

function numberIn({ file }: Evaluation): (chunk: SourceFile['chunks'][number]) => number {
  return (chunk) => file.chunks.indexOf(chunk);
}
