#!/usr/bin/env node
// npm runs this before it packs the package, and where it installs it from a git address, as pre-commit does.
import { installPackages } from './install.mjs';

await installPackages();
await import('./build.mjs');
