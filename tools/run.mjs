#!/usr/bin/env node
// node tools/run.mjs FILE.ts [ARGUMENT...]: runs a TypeScript file, for example tools/grammar.ts. (Node 20 cannot.)
import { build } from 'esbuild';
import { basename, join } from 'node:path';
import { runCommand } from './command.mjs';
import { root } from './root.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('usage: node tools/run.mjs FILE.ts [ARGUMENT...]');
const outfile = join(root, '.cache/tools', `${basename(file, '.ts')}.mjs`);
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.exitCode = (
  await runCommand(process.execPath, ['--enable-source-maps', outfile, ...args], { show: true })
).code;
