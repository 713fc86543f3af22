import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';

/**
 * Bundles the suite for the extension host.
 * @returns {Promise<string>} the file that VS Code is to run; the tests lie beside it
 */
export async function bundleSuite() {
  const source = join(root, 'test/e2e/suite');
  const outdir = join(root, '.cache/e2e/suite');
  rmSync(outdir, { recursive: true, force: true });
  const tests = readdirSync(source).filter((file) => file.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((file) => join(source, file)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    external: ['vscode', 'mocha'],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}
