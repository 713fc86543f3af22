import { loader } from './loader.mjs';
import { root } from './root.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  loader,
  legalComments: 'none', // the licences stand in dist/notices.txt
  metafile: true,
  logLevel: 'warning',
  logOverride: { 'empty-import-meta': 'error' }, // import.meta is empty in a .cjs bundle
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/**
 * For a web worker: what imports a module of Node is not built. VS Code loads the client as it loads CommonJS.
 * @type {import('esbuild').BuildOptions}
 */
const web = { ...common, platform: 'browser', format: 'cjs', target: 'es2022' };

/**
 * The bundles in dist/.
 * @type {readonly import('esbuild').BuildOptions[]}
 */
export const bundles = [
  { ...node, entryPoints: ['server/src/main.cli.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.cjs' },
  { ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...web, entryPoints: ['server/src/main.web.ts'], outfile: 'dist/server.web.js', format: 'iife' },
  { ...web, entryPoints: ['client/src/main.web.ts'], outfile: 'dist/client.web.js', external: ['vscode'] },
];
