#!/usr/bin/env node
// npm run build: writes dist/, all that the extension and the command need at run time.
import { build } from 'esbuild';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles } from './bundles.mjs';
import { noticesOf } from './notices.mjs';
import { root } from './root.mjs';

const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const results = await Promise.all(bundles.map((bundle) => build(bundle)));
const inputs = results.flatMap((result) => Object.keys(result.metafile?.inputs ?? {}));
writeFileSync(join(dist, 'notices.txt'), noticesOf(inputs));
chmodSync(join(dist, 'cli.cjs'), 0o755);
