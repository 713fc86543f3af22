#!/usr/bin/env node
// npm run package: writes htconf-VERSION.vsix at the top level.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { writePackage } from './vsix.mjs';

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packagePath = join(root, `${name}-${version}.vsix`);
await import('./build.mjs');
const { files, size } = await writePackage(packagePath);
console.log(`${packagePath}: ${files.length} files, ${Math.round(size / 1024)} KiB`);
