import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Log, Result, Run } from 'sarif';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { sarifRule } from '../../server/src/cli/report/sarifRule.ts';
import { CODES } from '../../server/src/engine/engine.ts';
import { folderWith, htconf, type RunOptions } from './command.ts';

/** The schema of the standard, as Microsoft ships it. */
const schema = JSON.parse(
  readFileSync(new URL(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')), 'utf8'),
) as object;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schema);

/** The only run of a report, which has to be what the standard says. */
function runOf(args: readonly string[], options: RunOptions): Run {
  const { stdout } = htconf(['check', '--format', 'sarif', ...args], options);
  const log = JSON.parse(stdout) as Log;
  assert.ok(isSarif(log), ajv.errorsText(isSarif.errors));
  const [run, ...others] = log.runs;
  assert.ok(run);
  assert.deepEqual(others, []);
  return run;
}

function resultsOf(args: readonly string[], options: RunOptions): Result[] {
  return runOf(args, options).results ?? [];
}

test('the schema is looked at', () => {
  assert.ok(!isSarif({ version: '2.1.0', runs: [{}] }));
  assert.ok(!isSarif({ version: '2.1.0', runs: [], other: 1 }));
});

test('a result says what the finding says', (t) => {
  const text = '# one\nListen 80\n\tLoadModul mime_module modules/mod_mime.so\n';
  const cwd = folderWith(t, { 'conf/a b.conf': text });
  const [result, ...others] = resultsOf(['conf/a b.conf'], { cwd });
  assert.deepEqual(others, []);
  const { message, partialFingerprints = {}, ...rest } = result ?? assert.fail();
  assert.match(message.text ?? '', /`LoadModul`.*\n./);
  assert.match(partialFingerprints['htconf/v1'] ?? '', /^[0-9a-f]{64}$/);
  const artifactLocation = { uri: 'conf/a%20b.conf', uriBaseId: '%SRCROOT%' };
  const start = text.indexOf('LoadModul');
  const region = { startLine: 3, startColumn: 2, endLine: 3, endColumn: 11, charOffset: start, charLength: 9 };
  const deletedRegion = { charOffset: start, charLength: 9 };
  assert.deepEqual(rest, {
    ...{ ruleId: 'unknown-directive', ruleIndex: 0, level: 'error' },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: [
      {
        description: { text: 'Change to LoadModule' },
        artifactChanges: [
          { artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: 'LoadModule' } }] },
        ],
        properties: { safe: false, preferred: true },
      },
    ],
    properties: { refusedAt: 'configtest' },
  });
});

test('the run says what columns count, where paths begin, and how it ended', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'Options Indxes\n' });
  const run = runOf(['httpd.conf', 'missing.conf'], { cwd });
  assert.equal(run.columnKind, 'utf16CodeUnits');
  assert.equal(
    new URL('httpd.conf', run.originalUriBaseIds?.['%SRCROOT%']?.uri).pathname.endsWith('/httpd.conf'),
    true,
  );
  assert.deepEqual(run.invocations, [
    {
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [
        { level: 'error', message: { text: 'missing.conf cannot be read: it does not exist.' } },
      ],
    },
  ]);
  const good = runOf(['httpd.conf'], { cwd }).invocations?.[0];
  assert.deepEqual([good?.executionSuccessful, good?.exitCode], [true, 1]);
});

test('each code that was found has its rule, and no other', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'Options Indxes\nloadModule dir_module modules/mod_dir.so\nFoo\nOptions Al\n',
  });
  const { tool, results = [] } = runOf([], { cwd });
  const rules = tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex = -1 } of results) assert.equal(rules[ruleIndex]?.id, ruleId);
  assert.deepEqual(new Set(rules.map(({ id }) => id)), new Set(results.map(({ ruleId }) => ruleId)));
  assert.equal(new Set(rules).size, rules.length);
});

test('a rule has the words of its page', async () => {
  for (const code of Object.keys(CODES)) {
    const { id, fullDescription, help, helpUri } = await sarifRule(code, LEVELS);
    const page = readFileSync(`docs/rules/${code}.md`, 'utf8').replaceAll('\r\n', '\n');
    assert.equal(id, code);
    assert.ok(page.includes(`\n${fullDescription?.text ?? '?'}\n`), code);
    assert.match(
      help?.text ?? '',
      /^What is wrong\n\n[^]+\n\nWhat httpd does\n\n[^]+\n\nWhat to do\n\n[^]+\.\n$/,
      code,
    );
    assert.doesNotMatch(help?.markdown ?? '', /Examples|\]\((?!https:)/, code);
    assert.equal(helpUri, `https://github.com/htconf/htconf/blob/main/docs/rules/${code}.md`);
  }
});

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

test('severities have the nearest levels; what is only dimmed is left out', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf':
      'loadModule dir_module modules/mod_dir.so\nFoo\n<IfModule mod_rewrit.c>\n</IfModule>\n<IfVersion >= 2.6>\n</IfVersion>\n',
  });
  const levels = resultsOf(['--rule', 'dead-condition=hint', '--rule', 'unknown-directive=warning'], { cwd });
  assert.deepEqual(
    levels.map(({ ruleId, level }) => [ruleId, level]),
    [
      ['directive-case', 'note'],
      ['unknown-directive', 'warning'],
      ['dead-condition', 'note'],
    ],
  );
});

test('a related place, and a file that is not below the current folder', (t) => {
  const folder = folderWith(t, { 'a/httpd.conf': '<Directory "/srv">\n</Location>\n', 'b/x': '' });
  const [result] = resultsOf(['../a/httpd.conf'], { cwd: join(folder, 'b') });
  const [location] = result?.locations ?? [];
  const { uri = '', ...base } = location?.physicalLocation?.artifactLocation ?? {};
  assert.match(uri, /^file:\/\/\/.*\/a\/httpd\.conf$/);
  assert.deepEqual(base, {});
  assert.deepEqual(
    result?.relatedLocations?.map(({ physicalLocation }) => physicalLocation),
    [{ artifactLocation: { uri }, region: { startLine: 1, startColumn: 2 } }],
  );
});

test('a fix may be in another file', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf':
      'LoadModule mpm_event_module modules/mod_mpm_event.so\nLoadModule unixd_module modules/mod_unixd.so\nListen 80\nServerName www.example.com\nInclude mods.conf\nRewriteEngine On\n',
    'mods.conf': '#LoadModule rewrite_module modules/mod_rewrite.so\n',
  });
  const [result] = resultsOf(['httpd.conf'], { cwd });
  assert.equal(result?.ruleId, 'module-not-loaded');
  assert.deepEqual(
    result.fixes?.[0]?.artifactChanges.map(({ artifactLocation }) => artifactLocation.uri),
    ['mods.conf'],
  );
});

test('a fix that changes no file is none', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': 'MyDirectiv On\n' });
  const [result, ...others] = resultsOf(['--rule', 'missing-servername=off'], { cwd });
  assert.deepEqual(others, []);
  assert.equal(result?.ruleId, 'unknown-directive');
  assert.equal(result.fixes, undefined);
});

test('what is about a whole file has no region, and no sign of a name breaks the form', (t) => {
  const cwd = folderWith(t, { 'x#?%:\u{1f512}.conf': 'Foo\u0001\ud800\n'.repeat(1500) });
  const [first] = resultsOf(['x#?%:\u{1f512}.conf'], { cwd });
  assert.equal(first?.ruleId, 'left-out');
  assert.deepEqual(first.locations?.[0]?.physicalLocation, {
    artifactLocation: { uri: 'x%23%3F%25%3A%F0%9F%94%92.conf', uriBaseId: '%SRCROOT%' },
  });
});

test('fingerprints stay when lines come and go elsewhere, or blanks change, and differ from each other', (t) => {
  const before = 'Options Indxes\nOptions Indxes\nOptions Indxes FolowSymLinks\n';
  const after = `# a new line\nListen 80\n\n${before.replace('Options', '  Options \t')}\nOptions Inclds\n`;
  const old = fingerprintsOf(t, before);
  const young = fingerprintsOf(t, after);
  assert.equal(new Set(young).size, 5);
  assert.deepEqual(young.slice(0, 4), old);
});

function fingerprintsOf(t: TestContext, text: string): (string | undefined)[] {
  const cwd = folderWith(t, { 'httpd.conf': text });
  return resultsOf([], { cwd }).map(({ partialFingerprints }) => partialFingerprints?.['htconf/v1']);
}
