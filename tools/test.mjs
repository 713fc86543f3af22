#!/usr/bin/env node
// npm test. Until the packages are there, only Node's own modules may be used: the rest is imported when it is its turn.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './command.mjs';
import { installPackages } from './install.mjs';
import { root } from './root.mjs';
import { emptyTally, lastLine, sum, withSkipsJudged } from './tally.mjs';

const usage = `npm test                       everything, on a fresh clone too
npm test -- PART...            some parts of it: "checks" (types, style, dead code, made files), "e2e" (the editor),
                               or the name of a folder or a test file under test/, such as "rules" or "architecture"

The last line is "N passed, N failed", with ", N skipped" where something was. Each check counts as a test.
HTCONF_CASES names a folder with further cases (default ../shared); suites over them run where it is there.
CI=true: what cannot be run is a failure, except suites over further cases, and outside of Linux what only that has.`;

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {{ name: string, run: () => Promise<Tally> }} Step
 */

/** @type {readonly Step[]} */
const REQUIRED = [
  { name: 'install', run: install },
  { name: 'build', run: build },
];

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
if (values.help) console.log(usage);
else await test(new Set(positionals));

/** @param {ReadonlySet<string>} parts none means all */
async function test(parts) {
  process.chdir(root);
  const tallies = [];
  for (const step of [...REQUIRED, ...chosen(parts)]) {
    const tally = await guarded(step);
    tallies.push(tally);
    if (tally.failed > 0 && REQUIRED.includes(step)) break; // nothing can run without it
  }
  report(sum(tallies));
}

/**
 * A step that cannot run is a failure like others: the last line still comes.
 * @param {Step} step
 */
function guarded({ name, run }) {
  return run().catch((/** @type {Error} */ error) => countStep(name, false, error.stack ?? error.message));
}

/**
 * @param {ReadonlySet<string>} parts
 * @returns {readonly Step[]}
 */
function chosen(parts) {
  const folders = [...parts].filter((part) => part !== 'checks' && part !== 'e2e');
  /** @type {readonly (Step & { wanted: boolean })[]} */
  const steps = [
    { name: 'checks', run: runChecks, wanted: parts.has('checks') },
    { name: 'suites', run: () => runFolders(folders), wanted: folders.length > 0 },
    { name: 'editor', run: runEditor, wanted: parts.has('e2e') },
  ];
  return steps.filter(({ wanted }) => parts.size === 0 || wanted);
}

async function install() {
  await installPackages();
  return emptyTally();
}

async function build() {
  const { code, output } = await runCommand(process.execPath, [join(root, 'tools/build.mjs')]);
  return countStep('build', code === 0, output);
}

async function runChecks() {
  const { checks, runCheck } = await import('./checks.mjs');
  const waiting = [...checks];
  /** @type {Tally[]} */
  const tallies = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { passed, output, seconds } = await runCheck(check);
      tallies.push(countStep(`${check.name} (${seconds.toFixed(1)} s)`, passed, output));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return sum(tallies);
}

/** @param {readonly string[]} folders */
async function runFolders(folders) {
  const { runSuites } = await import('./suites.mjs');
  const tally = await runSuites(folders);
  console.log(`${folders.join(', ') || 'suites'}: ${lastLine(tally)}`);
  return tally;
}

async function runEditor() {
  const { runEditorSuite } = await import('../test/e2e/run.mjs');
  const tally = await runEditorSuite();
  console.log(`editor: ${lastLine(tally)}`);
  return tally;
}

/**
 * @param {string} name
 * @param {boolean} passed
 * @param {string} output
 * @returns {Tally}
 */
function countStep(name, passed, output) {
  console.log(passed ? `passed ${name}` : `FAILED ${name}\n${output.replaceAll(/^/gm, '    ')}`);
  return { ...emptyTally(), passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** @param {Tally} tally */
function report(tally) {
  for (const { name, reason } of tally.skipped) console.log(`skipped ${name}: ${reason}`);
  const judged = withSkipsJudged(tally, { platform: process.platform, ci: process.env['CI'] === 'true' });
  console.log(lastLine(judged));
  process.exitCode = judged.failed > 0 ? 1 : 0;
}
