import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { bundles } from '../../tools/bundles.mjs';

test('what runs in the web imports nothing but what VS Code gives it', async () => {
  const web = bundles.filter(({ outfile = '' }) => outfile.endsWith('.web.js'));
  const made = await Promise.all(web.map((bundle) => build({ ...bundle, write: false })));
  const imports = made.flatMap(({ metafile, outputFiles = [] }) => {
    assert.ok(outputFiles.some(({ text }) => text.length > 100_000));
    return Object.values(metafile?.outputs ?? {}).flatMap((output) => output.imports.map(({ path }) => path));
  });
  assert.equal(web.length, 2);
  assert.deepEqual([...new Set(imports)], ['vscode']);
});
