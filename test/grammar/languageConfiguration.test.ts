import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { allEntries } from '../../server/src/engine/catalogue/catalogue.ts';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly comments: { readonly lineComment: string };
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly wordPattern: string;
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly EnterRule[];
}

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as LanguageConfiguration;

/** What Enter does at the end of `before`, with `after` behind the cursor: the first rule that fits, as VS Code has it. */
function onEnter(before: string, after = '', previous = ''): string {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText = '', previousLineText = '' }) =>
      new RegExp(beforeText).test(before) &&
      new RegExp(afterText).test(after) &&
      new RegExp(previousLineText).test(previous),
  );
  return rule ? `${rule.action.indent}${rule.action.appendText ?? ''}` : 'as before';
}

suite('the language configuration', () => {
  test('Enter between two tags makes room for a line', () => {
    assert.equal(onEnter('  <Directory /srv>', '</Directory>'), 'indentOutdent');
    assert.equal(onEnter('<If "a > b">', '  </If>'), 'indentOutdent');
    assert.equal(onEnter('<Directory /srv', '>'), 'as before');
  });

  test('Enter in a comment goes on with the comment, behind it not', () => {
    assert.equal(onEnter('# one', ' two'), 'none# ');
    assert.equal(onEnter('    # one', 'two'), 'none# ');
    assert.equal(onEnter('# one'), 'as before');
    assert.equal(onEnter('# one', '  '), 'as before');
    assert.equal(onEnter('Listen 80', ' # two'), 'as before');
  });

  test('a directive that goes on is indented once, and what follows it is not', () => {
    assert.equal(onEnter('ServerAlias a \\'), 'indent');
    assert.equal(onEnter('Header set A "b c" \\'), 'indent');
    assert.equal(onEnter('    b \\', '', 'ServerAlias a \\'), 'as before');
    assert.equal(onEnter('    c', '', '    b \\'), 'outdent');
    assert.equal(onEnter('Listen 80', '', 'Listen 81'), 'as before');
  });

  test('no blanks are put into quotes, or into a word that goes on', () => {
    assert.equal(onEnter('ErrorDocument 404 "not \\'), 'as before');
    assert.equal(onEnter('ServerAlias exam\\'), 'as before');
    assert.equal(onEnter('# a comment \\'), 'as before');
  });

  test('opening tags indent what follows, closing tags do not', () => {
    const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
    const sections = allEntries().filter(({ section }) => section);
    assert.ok(sections.length > 30);
    for (const { name } of sections) {
      const bare = name.slice(1, -1);
      assert.match(`  <${bare} "a > b">`, new RegExp(increaseIndentPattern));
      assert.match(`  </${bare}>`, new RegExp(decreaseIndentPattern));
      assert.doesNotMatch(`</${bare}>`, new RegExp(increaseIndentPattern));
      assert.doesNotMatch(`<${bare}>`, new RegExp(decreaseIndentPattern));
    }
    assert.doesNotMatch('LogFormat "<b>" x', new RegExp(increaseIndentPattern));
    assert.doesNotMatch('# <Directory /srv>', new RegExp(increaseIndentPattern));
  });

  test('a word is what a person takes for one', () => {
    const words = (line: string) => line.match(new RegExp(configuration.wordPattern, 'g'));
    assert.deepEqual(words('<VirtualHost *:443>'), ['VirtualHost', '443']);
    assert.deepEqual(words('LoadModule ssl_module modules/mod_ssl.so'), [
      'LoadModule',
      'ssl_module',
      'modules',
      'mod_ssl.so',
    ]);
    assert.deepEqual(words('Options -Indexes +FollowSymLinks'), ['Options', 'Indexes', 'FollowSymLinks']);
    for (const { spellings } of allEntries().filter(({ section, key }) => !section && /^\w/.test(key)))
      for (const spelling of spellings) assert.deepEqual(words(spelling), [spelling]);
  });

  test('a bracket that closes by itself is one that a directive pairs', () => {
    assert.equal(configuration.comments.lineComment, '#');
    // A `>` that the editor has put is typed over without a change, and no closing tag would come.
    assert.ok(!configuration.autoClosingPairs.some(({ open }) => open === '<'));
    const { start, end } = configuration.folding.markers;
    assert.match('  # region Hosts', new RegExp(start));
    assert.match('#endregion', new RegExp(end));
  });
});
