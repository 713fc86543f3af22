// The checks of npm test that are no suites: types, style, dead code, files that are made from others.
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { root } from './root.mjs';

/** @typedef {{ name: string, script: string, args: readonly string[] }} Check a script that Node runs; it fails with its exit code */

/** Scripts that write a file from others; with --check they fail where the file in the tree is not what they would write. */
const generators = ['tools/grammar.ts', 'tools/docs.ts', 'tools/l10n.ts', 'tools/verdicts.ts', 'tools/agreement.ts'];

const projects = [
  ...['tsconfig.json', 'tsconfig.web.json', 'server/src/engine/tsconfig.json', 'client/tsconfig.json'],
  'test/e2e/suite/tsconfig.json',
];

/** @type {readonly Check[]} */
export const checks = [
  ...projects.map((project) => ({
    name: `types: ${project}`,
    script: 'node_modules/typescript/bin/tsc',
    args: ['-p', project],
  })),
  { name: 'eslint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'prettier', script: 'node_modules/prettier/bin/prettier.cjs', args: ['.', '--check', '--log-level', 'warn'] },
  { name: 'knip', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  ...generators.map((script) => ({ name: `${script} --check`, script: 'tools/run.mjs', args: [script, '--check'] })),
];

/**
 * Runs one check.
 * @param {Check} check
 * @returns {Promise<{ passed: boolean, output: string, seconds: number }>}
 */
export async function runCheck({ script, args }) {
  const start = performance.now();
  const { code, output } = await runCommand(process.execPath, [join(root, script), ...args]);
  return { passed: code === 0, output: output.trim(), seconds: (performance.now() - start) / 1000 };
}
