import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globMatcher } from '../../server/src/cli/glob.ts';

/** What of some paths a glob takes. */
function taken(glob: string, paths: string): string {
  return paths.split(' ').filter(globMatcher(glob)).join(' ');
}

test('stars and question marks', () => {
  assert.equal(taken('*.conf', 'a.conf .conf a.confx x/a.conf a-conf'), 'a.conf .conf');
  assert.equal(taken('a?c', 'abc ac a/c abbc'), 'abc');
  assert.equal(taken('**/a', 'a x/a x/y/a xa'), 'a x/a x/y/a');
  assert.equal(taken('**/a/**/*.c', 'a/b.c x/a/y/z/b.c a/.c b.c xa/b.c'), 'a/b.c x/a/y/z/b.c a/.c');
  assert.equal(taken('a**', 'a a/b/c ab ba'), 'a a/b/c ab');
  assert.equal(taken('x/**/y', 'x/y x/a/b/y xy'), 'x/y x/a/b/y');
});

test('alternatives and ranges', () => {
  assert.equal(taken('*.{load,conf}', 'a.load a.conf a.loadconf a.'), 'a.load a.conf');
  assert.equal(taken('{a,b{c,d}}e', 'ae bce bde be abe'), 'ae bce bde');
  assert.equal(taken('a{,b}', 'a ab ac'), 'a ab');
  assert.equal(taken('{one}', 'one {one}'), '{one}');
  assert.equal(taken('f{2..10}', 'f1 f2 f10 f11 f{2..10}'), 'f2 f10');
  assert.equal(taken('f{1..-1}', 'f-1 f0 f+1 f-2'), 'f-1 f0 f+1');
  assert.equal(taken('{f{1..2},g}', 'f1 f3 g'), 'f1 g');
});

test('classes and signs that stand for themselves', () => {
  assert.equal(taken('[abc]', 'a c d ab'), 'a c');
  assert.equal(taken('[a-c^]', 'b ^ d -'), 'b ^');
  assert.equal(taken('[!ab]', 'a c /'), 'c');
  assert.equal(taken('a\\*', 'a* ab'), 'a*');
  assert.equal(taken('a+(b).c$|d', 'a+(b).c$|d aab.c'), 'a+(b).c$|d');
  for (const odd of ['{a', 'a}', '}{', '{a,{b', '[a', 'a]', '[]', 'a,b', '\\']) assert.equal(taken(odd, 'x y'), '');
  assert.equal(taken('a}', 'a}'), 'a}');
  assert.equal(taken('a,b', 'a,b a b'), 'a,b');
});
