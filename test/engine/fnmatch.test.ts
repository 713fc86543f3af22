import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fnmatch, isPattern } from '../../server/src/engine/base/fnmatch.ts';

suite('patterns of file names, as httpd takes them', () => {
  const fitting: readonly (readonly [pattern: string, name: string])[] = [
    ['*.conf', 'site.conf'],
    ['*', 'site.conf~'],
    ['site-?.conf', 'site-1.conf'],
    ['[0-9]*', '000-default.conf'],
    ['[!a-c]*', 'd.conf'],
    ['[^a-c]*', 'd.conf'],
    ['[]a]x', ']x'],
    ['a\\*b', 'a*b'],
    ['**.conf', 'site.conf'],
    ['.*', '.hidden'],
    ['[a', '[a'],
  ];
  for (const [pattern, name] of fitting) test(`${pattern} fits ${name}`, () => assert.ok(fnmatch(pattern, name)));

  const others: readonly (readonly [pattern: string, name: string])[] = [
    ['*.conf', 'site.conf~'],
    ['*', '.hidden'],
    ['?hidden', '.hidden'],
    ['[.]hidden', '.hidden'],
    ['site-?.conf', 'site-12.conf'],
    ['{a,b}.conf', 'a.conf'],
    ['*.CONF', 'site.conf'],
    ['a\\*b', 'axb'],
    ['', 'a'],
  ];
  for (const [pattern, name] of others)
    test(`${pattern} does not fit ${name}`, () => assert.ok(!fnmatch(pattern, name)));

  test('a long name costs no more than pattern times name', () => {
    assert.ok(!fnmatch('*a'.repeat(50), 'a'.repeat(10_000) + 'b'));
  });
});

suite('what is a pattern', () => {
  for (const text of ['*', 'a?', '[ab]', 'conf.d/*.conf'])
    test(text, () => {
      assert.ok(isPattern(text));
    });
  for (const text of ['a.conf', 'a[.conf', 'a].conf', 'a\\*b', '{a,b}'])
    test(`not ${text}`, () => {
      assert.ok(!isPattern(text));
    });
});
