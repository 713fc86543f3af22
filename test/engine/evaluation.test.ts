import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findingsIn, NO_SETTINGS, type Settings } from '../../server/src/engine/engine.ts';
import { check } from '../support/check.ts';
import { surveyTree } from '../support/survey.ts';
import { treeOf } from '../support/tree.ts';

const BASE = 'file:///srv/httpd';
const MAIN = `${BASE}/httpd.conf`;
const LOOSE = `${BASE}/parts/site.inc`;

/** All that is known of the server. */
const KNOWN: Partial<Settings> = { defines: [], environment: {}, modules: 'all' };

/** Line and code of what is found in a text. */
function found(text: string, uri = MAIN, settings = KNOWN): string[] {
  return check(text, uri, settings).map(({ line, code }) => `${String(line)} ${code}`);
}

/** What is found in one of several files, as the main configuration reads it. */
function foundIn(text: string, name: string, settings: Partial<Settings> = {}) {
  const all = { ...NO_SETTINGS, ...settings };
  return findingsIn(surveyTree(treeOf(text, BASE), all), `${BASE}/${name}`, all);
}

/** More lines than a chunk has. */
const comments = '# a comment\n'.repeat(600);

suite('what is further apart than a chunk', () => {
  test('a context comment below many other comments', () => {
    const text = `# htconf: context=vhost\nListen 80\n`;
    assert.deepEqual(found(text, LOOSE), ['2 wrong-context']);
    assert.deepEqual(found(comments + text, LOOSE), ['602 wrong-context']);
  });

  test('a comment that suppresses, and the line that it is about', () => {
    const text = (between: string) =>
      `# htconf-ignore-next-line argument-count: so it is\n${between}ServerAdmin a b\nServerAdmin a b\n`;
    assert.deepEqual(found(text('')), ['3 argument-count']);
    assert.deepEqual(found(text(comments)), ['603 argument-count']);
  });

  test('the lines of a macro, and the line that uses it', () => {
    const body = '    ServerAdmin me@example.com\n'.repeat(600);
    const text = `<Macro m $a>\n${body}    ServerAdmin $a b\n</Macro>\n${comments}Use m x\n`;
    assert.deepEqual(found(text), ['602 argument-count']);
  });

  test('a condition, and what depends on it', () => {
    const [one] = check(`<IfDefine A>\n${comments}ServerAdmin a b\n</IfDefine>\n`, MAIN, { modules: 'all' });
    assert.equal(one?.code, 'argument-count');
    assert.match(one.why ?? '', /`<IfDefine A>` holds/);
  });
});

suite('a file that is read several times', () => {
  test('a comment that suppresses something is not said to suppress nothing', () => {
    const text = `#- httpd.conf
Include conf.d/a.conf
Include conf.d/a.conf
#- conf.d/a.conf
# htconf-ignore-next-line argument-count: so it is
ServerAdmin a b
`;
    assert.deepEqual(foundIn(text, 'conf.d/a.conf', KNOWN), []);
  });

  test('the condition around the Include is named', () => {
    const text = `#- httpd.conf
<IfDefine SPARE>
Include conf.d/a.conf
</IfDefine>
#- conf.d/a.conf
ServerAdmin a b
`;
    const [one, ...others] = foundIn(text, 'conf.d/a.conf', { modules: 'all' });
    assert.deepEqual(others, []);
    assert.equal(one?.severity, 'warning');
    assert.match(one.why ?? '', /`<IfDefine SPARE>` holds/);
  });
});

suite('a file that several main configurations read', () => {
  const inside = (fault: string) => `#- a/httpd.conf
Define SSL
Include ../shared/site.conf
#- b/httpd.conf
Include ../shared/site.conf
#- shared/site.conf
${fault}`;
  const told = (fault: string) =>
    foundIn(inside(fault), 'shared/site.conf', KNOWN).map(({ code, severity, related }) => ({
      what: `${severity} ${code}`,
      under: related.map(({ uri }) => uri.slice(BASE.length)),
    }));

  test('what is so in one of them names it', () => {
    const fault = '<IfDefine SSL>\nServerAdmin a b\n</IfDefine>\n';
    assert.deepEqual(told(fault), [{ what: 'error argument-count', under: ['/a/httpd.conf'] }]);
  });

  test('what is so in all of them names none', () => {
    assert.deepEqual(told('ServerAdmin a b\n'), [{ what: 'error argument-count', under: [] }]);
  });
});

suite('sections that are looked through', () => {
  const inDirectory = (lines: string) => found(`<Directory /a>\n${lines}</Directory>\n`);

  test('the end of another section does not end a group of Requires', () => {
    const lines = '<RequireAll>\n<Limit GET>\n</Limit>\nRequire all granted\n</RequireAll>\n';
    assert.deepEqual(inDirectory(lines), []);
  });

  test('the end of a condition does not either, whatever is not closed in it', () => {
    const lines = '<RequireAll>\n<IfModule core.c>\n<Limit GET>\n</IfModule>\nRequire all granted\n</RequireAll>\n';
    assert.deepEqual(inDirectory(lines), ['4 section-not-closed']);
  });
});

suite('a group of Requires', () => {
  const group = (lines: string) => found(`<Directory /a>\n<RequireAll>\n${lines}</RequireAll>\n</Directory>\n`);

  test('only takes away, whatever else is to be said of its lines', () => {
    assert.deepEqual(group('Require not ip 10\n'), ['2 require-negative']);
    assert.deepEqual(group('require not ip 10\n'), ['2 require-negative', '3 directive-case']);
    assert.deepEqual(group(`# htconf-ignore-next-line directive-case: ours\nrequire not ip 10\n`), [
      '2 require-negative',
    ]);
    assert.deepEqual(group(`${comments}Require not ip 10\n`), ['2 require-negative']);
  });
});

test('what a macro makes stands where the macro is used', () => {
  const load = 'LoadModule rewrite_module modules/mod_rewrite.so\n';
  const macro = `<Macro m>\n${load}</Macro>\n`;
  assert.deepEqual(found(`${macro}Use m\n${load}`), ['5 duplicate-loadmodule']);
  assert.deepEqual(found(`${macro}${load}Use m\n`), ['5 duplicate-loadmodule']);
});

suite('what grows without measure is not followed', () => {
  test('variables: their lines are not judged', () => {
    const doubling = (times: number) => `Define A x\n${'Define A ${A}${A}\n'.repeat(times)}ServerAdmin \${A} b\n`;
    assert.deepEqual(found(doubling(10)), ['12 argument-count']);
    assert.deepEqual(found(doubling(30)), []);
  });

  test('macros of macros', () => {
    const level = (i: number) =>
      `<Macro m${String(i)}>\n${i === 0 ? 'ServerAdmin a b\n' : `Use m${String(i - 1)}\n`.repeat(10)}</Macro>\n`;
    const levels = (count: number) =>
      `${Array.from({ length: count }, (_, i) => level(i)).join('')}Use m${String(count - 1)}\n`;
    assert.deepEqual(found(levels(3)), ['2 argument-count']);
    assert.deepEqual(found(levels(12)).slice(1), []);
  });
});

suite('of several errors', () => {
  const marked = (text: string, settings = KNOWN) =>
    check(text, MAIN, settings).flatMap(({ line, why }) => (why?.includes('stops at this error') ? [line] : []));

  test('the first that httpd comes upon is said to be printed', () => {
    assert.deepEqual(marked('ServerAdmin a b\nKeepAlive perhaps\n'), [1]);
    assert.deepEqual(marked(`ServerAdmin a b\n${comments}</Directory>\n`), [602]);
  });

  test('nothing is said of the only one, on however many lines it shows', () => {
    assert.deepEqual(marked('ServerAdmin a b\n'), []);
    assert.deepEqual(marked('<Macro m>\nServerAdmin a b\n</Macro>\nUse m\nUse m\n'), []);
    assert.deepEqual(marked('RewriteEngine On\nRewriteRule a b\n', { defines: [] }), []);
  });

  test('nothing is said where something that is not known may come first', () => {
    assert.deepEqual(
      marked('<IfDefine A>\nServerAdmin a b\n</IfDefine>\nKeepAlive perhaps\nServerAdmin a b\n', {}),
      [],
    );
    assert.deepEqual(marked('Include ${WHERE}/a.conf\nServerAdmin a b\nKeepAlive perhaps\n', {}), []);
  });

  test('one that is suppressed is printed all the same, so no other is said to be', () => {
    const text =
      '# htconf-ignore-next-line argument-count: so it is\nServerAdmin a b\nKeepAlive perhaps\nServerAdmin a b\n';
    assert.deepEqual(marked(text), []);
  });
});
