import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { junitReport } from '../../server/src/cli/report/junit.ts';
import { folderWith, htconf, type RunOptions } from './command.ts';
import { shownOf } from './shown.ts';

/** The root of a report, which has to be well-formed and to count what it holds. */
function readReport(xml: string): Element {
  const onError = (level: string, message: string): void => {
    assert.equal(level, 'warning', message); // it warns of every U+FFFD
  };
  const root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement ?? assert.fail();
  assert.equal(root.tagName, 'testsuites');
  for (const element of [root, ...inside(root, 'testsuite')]) assert.deepEqual(toldCounts(element), counts(element));
  return root;
}

function inside(element: Element, name: string): Element[] {
  return [...element.getElementsByTagName(name)];
}

function toldCounts(element: Element): (string | null)[] {
  return ['tests', 'failures', 'errors'].map((name) => element.getAttribute(name));
}

function counts(element: Element): string[] {
  return ['testcase', 'failure', 'error'].map((name) => String(inside(element, name).length));
}

/** Each test in short: its suite, its name, what it says. */
function inShort(root: Element): string[] {
  return inside(root, 'testsuite').flatMap((suite) =>
    inside(suite, 'testcase').map((one) => {
      const [failure] = inside(one, 'failure');
      const [output] = inside(one, 'system-out');
      const said = [failure && `fails: ${failure.getAttribute('type') ?? ''}`, output && 'tells more'];
      return [suite.getAttribute('name'), one.getAttribute('name')?.split(':')[0], ...said].filter(Boolean).join(' | ');
    }),
  );
}

function checkJunit(args: readonly string[], options: RunOptions): Element {
  return readReport(htconf(['check', '--format', 'junit', ...args], options).stdout);
}

const FAULTS = 'loadModule dir_module modules/mod_dir.so\nOptions Indxes\nOptions Indxes\n';

test('a file is a suite, a finding that counts is a test that fails', (t) => {
  const cwd = folderWith(t, { 'a.conf': FAULTS, 'b.conf': 'Listen 80\n' });
  const root = checkJunit(['a.conf', 'b.conf'], { cwd });
  assert.deepEqual(inShort(root), [
    'a.conf | keyword-value | fails: keyword-value | tells more',
    'a.conf | keyword-value | fails: keyword-value',
    'b.conf | htconf check',
  ]);
  const [first, second] = inside(root, 'testcase');
  assert.equal(first?.getAttribute('classname'), 'a.conf');
  assert.equal(second?.getAttribute('name'), `${first.getAttribute('name') ?? '?'} (2)`);
  assert.match(inside(root, 'failure')[1]?.textContent ?? '', /^a\.conf:3:9 error .*\n.*\n +3 \| Options Indxes\n/);
  assert.match(inside(root, 'system-out')[0]?.textContent ?? '', /^a\.conf:1:1 info /);
});

test('what counts goes by --fail-on', (t) => {
  const cwd = folderWith(t, { 'a.conf': FAULTS });
  const failures = (failOn: string) => inside(checkJunit(['--fail-on', failOn, 'a.conf'], { cwd }), 'failure').length;
  assert.deepEqual(['error', 'warning', 'info', 'never'].map(failures), [2, 2, 3, 0]);
  assert.deepEqual(inShort(checkJunit(['--fail-on', 'never', 'a.conf'], { cwd })), [
    'a.conf | htconf check | tells more',
  ]);
});

test('what is said of more than one file is a suite of its own', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'ServerRoot /srv\nInclude sites/*.conf\n',
    'sites/shop.conf': 'Optins All\n',
  });
  assert.deepEqual(inShort(checkJunit([], { cwd })), [
    'httpd.conf | htconf check',
    'sites/shop.conf | unknown-directive | fails: unknown-directive',
  ]);
});

test('no sign breaks the form', () => {
  const odd = `<&>"'\t\n\0\u0001\u001b\u007f\ufffe\ud800\u{1f512}]]>`;
  const shown = [shownOf({ file: odd, message: odd, why: odd }), { ...shownOf({}), source: `Foo ${odd}` }];
  const report = { shown, files: ['httpd.conf'], fixed: 0, failing: ['error'], problems: [], exitCode: 1 } as const;
  const xml = junitReport(report);
  assert.doesNotThrow(() => encodeURIComponent(xml), 'half a surrogate pair');
  // eslint-disable-next-line no-control-regex -- XML has none of these
  assert.doesNotMatch(xml, /[\0-\x08\x0b-\x1f\ufffe\uffff]/);
  const failure = inside(readReport(xml), 'failure').at(-1);
  assert.equal(failure?.getAttribute('message'), `<&>"'  \ufffd\ufffd\ufffd\u007f\ufffd\ufffd\u{1f512}]]>`);
});
