#!/usr/bin/env node
// npm run package: writes htconf-VERSION.vsix at the top level and looks into it.
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const LARGEST = 1024 * 1024;

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packagePath = join(root, `${name}-${version}.vsix`);
await import('./build.mjs');
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const stray = files.filter((file) => file.includes('node_modules'));
if (stray.length > 0) throw new Error(`the package would contain ${stray.join(', ')}`);
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = statSync(packagePath);
if (size >= LARGEST) throw new Error(`${packagePath} has ${size} bytes; it must stay under ${LARGEST}`);
console.log(`${packagePath}: ${files.length} files, ${Math.round(size / 1024)} KiB`);
