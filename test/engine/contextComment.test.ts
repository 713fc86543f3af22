import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import { contextCommentEdits, openFile, type ContextChange } from '../../server/src/engine/engine.ts';

/** Checks the text once its context comment says something; undefined where it cannot. */
function checkComment(text: string, change: ContextChange, expected: string | undefined): void {
  const edits = contextCommentEdits(openFile('file:///a.conf', 1, text), change);
  assert.equal(edits && applyEdits(text, edits), expected);
}

suite('writing the context comment', () => {
  test('a new one is the first line', () => {
    checkComment('Listen 80\n', { context: 'vhost' }, '# htconf: context=vhost\nListen 80\n');
    checkComment('# a\r\nListen 80\r\n', { root: '../a.conf' }, '# htconf: root=../a.conf\r\n# a\r\nListen 80\r\n');
    checkComment('\ufeffListen 80', { context: 'vhost' }, '# htconf: context=vhost\nListen 80');
    checkComment('', { context: 'htaccess' }, '# htconf: context=htaccess\n');
  });

  test('one that is there is changed, where it stands', () => {
    checkComment(
      '# ours\n  # htconf: context=vhost\t\n\nListen 80\n',
      { context: 'server' },
      '# ours\n  # htconf: context=server\t\n\nListen 80\n',
    );
    checkComment('#htconf: vhost', { context: 'vhost' }, '# htconf: context=vhost');
  });

  test('what is not asked for stays', () => {
    checkComment('# htconf: root=../a.conf\n', { context: 'vhost' }, '# htconf: context=vhost root=../a.conf\n');
    checkComment(
      '# htconf: context=vhost root=a\n',
      { root: '../httpd.conf' },
      '# htconf: context=vhost root=../httpd.conf\n',
    );
  });

  test('of several comments one is left', () => {
    checkComment(
      '# htconf: context=vhost\n# b\n# htconf: root=a.conf\nListen 80\n',
      { context: 'server' },
      '# htconf: context=server root=a.conf\n# b\nListen 80\n',
    );
  });

  test('where nothing is said any more it goes', () => {
    checkComment('# htconf: context=vhost\nListen 80\n', { context: undefined }, 'Listen 80\n');
    checkComment('Listen 80\n', { context: undefined }, 'Listen 80\n');
  });

  test('below a directive there is none', () => {
    checkComment('Listen 80\n# htconf: x\n', { context: 'vhost' }, '# htconf: context=vhost\nListen 80\n# htconf: x\n');
  });

  test('a path with a blank cannot be written', () => {
    checkComment('', { root: 'a b.conf' }, undefined);
  });
});
