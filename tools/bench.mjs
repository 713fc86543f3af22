#!/usr/bin/env node
// npm run bench: installs and builds what is missing, then measures (tools/bench/main.ts).
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { installPackages } from './install.mjs';
import { root } from './root.mjs';

process.chdir(root);
await installPackages();
const build = await runCommand(process.execPath, [join(root, 'tools/build.mjs')], { show: true });
if (build.code !== 0) throw new Error('the build failed (see above)');
const measure = ['tools/run.mjs', 'tools/bench/main.ts', ...process.argv.slice(2)];
process.exitCode = (await runCommand(process.execPath, measure, { show: true })).code;
