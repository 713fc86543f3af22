// The suites for Node's test runner: bundles test/**/*.test.ts (Node 20 runs no TypeScript) and runs what comes out.
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { loader } from './loader.mjs';
import { root } from './root.mjs';
import { emptyTally } from './tally.mjs';

const bundled = join(root, '.cache/test');
const LIMIT_MS = 600_000;

/**
 * Runs the suites of some folders of test/, in processes side by side, with the checkout as current folder.
 * @param {readonly string[]} folders names of folders under test/; none means all
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runSuites(folders) {
  const sources = testFiles().filter((file) => folders.length === 0 || folders.some((folder) => isIn(file, folder)));
  if (sources.length === 0) throw new Error(`there is no test under test/ in: ${folders.join(', ') || 'any folder'}`);
  await bundle(sources);
  const files = sources.map((file) => join(bundled, file.replace(/\.ts$/, '.mjs')));
  return follow(run({ files, concurrency: availableParallelism(), timeout: LIMIT_MS }));
}

/** The test files, relative to test/. Those of the editor run inside VS Code, see test/e2e. */
function testFiles() {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && !isIn(file, 'e2e'))
    .sort();
}

/**
 * @param {string} file
 * @param {string} folder
 */
function isIn(file, folder) {
  return file === folder || file.startsWith(`${folder}/`) || file === `${folder}.test.ts`;
}

/** @param {readonly string[]} sources */
async function bundle(sources) {
  rmSync(bundled, { recursive: true, force: true });
  await build({
    entryPoints: sources.map((file) => join(root, 'test', file)),
    outbase: join(root, 'test'),
    outdir: bundled,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    loader,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/**
 * Prints failures as they come and counts.
 * @param {import('node:test').TestsStream} stream
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
function follow(stream) {
  const tally = emptyTally();
  return new Promise((resolve, reject) => {
    stream.on('test:pass', (event) => {
      countPass(event, tally);
    });
    stream.on('test:fail', (event) => {
      countFailure(event, tally);
    });
    stream.on('test:diagnostic', ({ message, file }) => {
      if (file) console.log(`${sourceOf(file)}: ${message}`); // those of the runner itself have no file
    });
    stream.on('test:stdout', ({ message }) => void process.stdout.write(message));
    stream.on('test:stderr', ({ message }) => void process.stderr.write(message));
    stream.once('error', reject);
    stream.once('end', () => {
      resolve(tally);
    });
    stream.resume();
  });
}

/** @typedef {{ name: string, file?: string, line?: number, skip?: string | boolean, todo?: string | boolean, details: { type?: string } }} TestEvent */

/**
 * @param {TestEvent} event
 * @param {import('./tally.mjs').Tally} tally
 */
function countPass({ name, file, skip, todo, details }, tally) {
  const reason = skip ?? todo;
  if (reason !== undefined) tally.skipped.push({ name, reason: reason === true ? 'no reason given' : String(reason) });
  else if (name === file) failTest(sourceOf(name), 'this file holds no test', tally);
  else if (details.type !== 'suite') tally.passed++;
}

/**
 * @param {TestEvent & { details: { error: Error } }} event
 * @param {import('./tally.mjs').Tally} tally
 */
function countFailure({ name, file, line, details: { error } }, tally) {
  if ('failureType' in error && error.failureType === 'subtestsFailed') return; // they were counted themselves
  const source = file ? `${sourceOf(file)}${line && name !== file ? `:${line}` : ''}` : '';
  const where = name === file ? source : `${source}: ${name}`;
  failTest(where, inspect(error.cause ?? error).replaceAll(/\n +at .*node:internal.*(?= \{$|$)/gm, ''), tally);
}

/**
 * The test file that a file of the runner stands for, relative to the checkout.
 * @param {string} file
 */
function sourceOf(file) {
  const path = relative(root, file).replaceAll('\\', '/');
  return path.replace(/^\.cache\/test\/(.*)\.mjs$/, 'test/$1.ts');
}

/**
 * @param {string} where
 * @param {string} why
 * @param {import('./tally.mjs').Tally} tally
 */
function failTest(where, why, tally) {
  tally.failed++;
  console.log(`FAILED ${where}\n${why.replaceAll(/^/gm, '    ')}`);
}
