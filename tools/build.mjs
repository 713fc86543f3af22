#!/usr/bin/env node
// npm run build: writes dist/, all that the extension and the command need at run time.
import { build } from 'esbuild';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loader } from './loader.mjs';
import { noticesOf } from './notices.mjs';
import { root } from './root.mjs';

const dist = join(root, 'dist');

/** @type {import('esbuild').BuildOptions} */
const node = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  loader,
  legalComments: 'none', // the licences stand in dist/notices.txt
  metafile: true,
  logLevel: 'warning',
  logOverride: { 'empty-import-meta': 'error' }, // import.meta is empty in a .cjs bundle
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: ['server/src/main.cli.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
  { entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.cjs' },
  { entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const results = await Promise.all(bundles.map((bundle) => build({ ...node, ...bundle })));
const inputs = results.flatMap((result) => Object.keys(result.metafile?.inputs ?? {}));
writeFileSync(join(dist, 'notices.txt'), noticesOf(inputs));
chmodSync(join(dist, 'cli.cjs'), 0o755);
