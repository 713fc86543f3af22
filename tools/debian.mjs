// Debian packages for the tests, without installing anything: they are downloaded and unpacked into .cache/debian, which
// needs no root. Whatever they depend on comes with them, except what is installed on this machine anyway.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { root } from './root.mjs';

const cache = join(root, '.cache/debian');

/**
 * Unpacks a package, unless that was done before.
 * @param {string} name such as apache2
 * @returns {Promise<string | undefined>} the folder that stands for `/`; undefined where the package cannot be had, and
 *   then the reason is printed
 */
export async function debianPackage(name) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'part-')); // several test processes may want the same package at once
  try {
    await unpack(name, work);
    if (!existsSync(folder)) renameSync(join(work, 'root'), folder);
    return folder;
  } catch (error) {
    console.log(`The Debian package ${name} cannot be had: ${String(error)}`);
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {string} work
 */
async function unpack(name, work) {
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs', 'root'])
    mkdirSync(join(work, folder), { recursive: true });
  const apt = [`-oDir::State::Lists=${work}/lists`, `-oDir::Cache=${work}/cache`, '-oDebug::NoLocking=1', '-qq'];
  await output('apt-get', [...apt, 'update']);
  const wanted = await missing(name, await dependencies(name, apt));
  await output('apt-get', [...apt, 'download', ...wanted], join(work, 'debs'));
  for (const file of readdirSync(join(work, 'debs')))
    await output('dpkg-deb', ['-x', join(work, 'debs', file), join(work, 'root')]);
}

/**
 * @param {string} name
 * @param {readonly string[]} apt
 */
async function dependencies(name, apt) {
  const kinds = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((kind) => `--no-${kind}`);
  const lines = (await output('apt-cache', [...apt, 'depends', '--recurse', ...kinds, name])).split('\n');
  return lines.filter((line) => /^[a-z0-9][a-z0-9.+-]*$/.test(line));
}

/**
 * The package itself is always wanted: the machine may have changed its files.
 * @param {string} name
 * @param {readonly string[]} packages
 */
async function missing(name, packages) {
  const { output: states } = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${Status}\\n', ...packages]);
  const installed = new Set(states.split('\n').flatMap((line) => /^(\S+) install ok installed$/.exec(line)?.[1] ?? []));
  return [name, ...packages.filter((other) => other !== name && !installed.has(other))];
}

/**
 * What a program prints; an error where it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
async function output(program, args, cwd = root) {
  const { code, output } = await runCommand(program, args, { cwd });
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output.trim()}`);
  return output;
}
