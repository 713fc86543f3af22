import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';

/** Where the workbench logs to the same place as the suite, the mark tells the lines of the suite. */
export const MARK = '\u2063suite\u2063';

/** The folder of the bundles. */
export const suiteFolder = join(root, '.cache/e2e/suite');

const source = join(root, 'test/e2e/suite');
const entry = (/** @type {string} */ name) => ({ entryPoints: [join(source, name)] });

/**
 * Bundles the suite for both kinds of extension host.
 * @param {string} mark what each line that it prints begins with
 * @returns {Promise<{ node: string, web: string }>} the files that VS Code is to run
 */
export async function bundleSuite(mark) {
  rmSync(suiteFolder, { recursive: true, force: true });
  const files = { node: join(suiteFolder, 'node.cjs'), web: join(suiteFolder, 'web.js') };
  await Promise.all([
    build({ ...common(mark), ...node, ...entry('index.node.ts'), outfile: files.node }),
    build({ ...web(common(mark)), ...entry('index.web.ts'), outfile: files.web }),
  ]);
  return files;
}

/**
 * @param {string} mark
 * @returns {import('esbuild').BuildOptions}
 */
function common(mark) {
  const tests = readdirSync(source).filter((file) => file.endsWith('.test.ts'));
  const grep = process.env['HTCONF_EDITOR_GREP'];
  return {
    define: {
      TESTS: JSON.stringify(tests.map((file) => file.replace('.test.ts', ''))),
      MARK: JSON.stringify(mark),
      GREP: grep ? JSON.stringify(grep) : 'undefined',
    },
    bundle: true,
    sourcemap: 'inline',
    logLevel: 'warning',
  };
}

/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'mocha'] };

/** What the library that stands for node:assert asks of Node. */
const NO_NODE = { 'process.env.NODE_DEBUG': 'undefined', 'process.stderr': 'undefined' };

/**
 * Mocha, which is bundled with it, takes `module.exports` for itself: what VS Code wants comes last.
 * @param {import('esbuild').BuildOptions} common
 * @returns {import('esbuild').BuildOptions}
 */
const web = (common) => ({
  ...common,
  define: { ...common.define, ...NO_NODE },
  platform: 'browser',
  format: 'iife',
  globalName: 'editorSuite',
  footer: { js: 'module.exports = editorSuite;' },
  target: 'es2022',
  external: ['vscode'],
  alias: { 'node:assert': 'assert' },
});
