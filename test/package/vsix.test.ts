import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, suite, test } from 'node:test';
import JSZip from 'jszip';
import { writePackage } from '../../tools/vsix.mjs';
import { newFolder, remove } from './installed.ts';

const folder = newFolder();
after(() => remove(folder));
const vsix = join(folder, 'htconf.vsix');
await writePackage(vsix);
const { files } = await JSZip.loadAsync(readFileSync(vsix));
const names = Object.keys(files)
  .filter((name) => name.startsWith('extension/'))
  .map((name) => name.slice('extension/'.length));

suite('the package of the extension', () => {
  test('holds the bundles for both hosts, and not the command', () => {
    const bundles = names.filter((name) => name.startsWith('dist/')).sort();
    assert.deepEqual(bundles, [
      'dist/client.cjs',
      'dist/client.web.js',
      'dist/notices.txt',
      'dist/server.cjs',
      'dist/server.web.js',
    ]);
  });

  test('holds every file that its manifest names', async () => {
    const manifest = JSON.parse((await files['extension/package.json']?.async('string')) ?? '') as unknown;
    const named = pathsIn(manifest).map((path) => posix.normalize(path));
    assert.ok(named.length >= 10, named.join(', '));
    assert.deepEqual(
      named.filter((path) => !names.some((name) => name === path || name.startsWith(`${path}/`))),
      [],
    );
  });
});

/** Everything that is written as a path in the manifest, and its pictures; `bin` is for npm, whose package is another one. */
function pathsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /^(\.\/|docs\/)/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || key === 'bin') return [];
  return Object.entries(value).flatMap(([name, part]) => pathsIn(part, name));
}
