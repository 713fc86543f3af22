import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** npm is a script on Windows, which only the shell runs. */
const shell = process.platform === 'win32';

/** No npm of these tests asks a registry, or runs a script of a package. */
const OFFLINE = { npm_config_offline: 'true', npm_config_ignore_scripts: 'true', npm_config_audit: 'false' };

export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const words = shell ? args.map((word) => `"${word}"`) : args;
  return spawnSync(program, words, { cwd, shell, encoding: 'utf8', env: { ...process.env, ...OFFLINE, ...env } });
}

/** A new folder, whose path has no links. */
export function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'htconf-package-')));
}

/** The package as npm would publish it, in a folder of its own; what was built is packed as it is. */
export function packed(): string {
  const folder = newFolder();
  const { status, stderr } = run('npm', ['pack', '--pack-destination', folder], process.cwd());
  assert.equal(status, 0, stderr);
  const [name = assert.fail('npm packed nothing')] = readdirSync(folder);
  return join(folder, name);
}

/** A folder in which a package is installed from its file. */
export function folderWithPackage(tarball: string): string {
  const folder = newFolder();
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = run('npm', ['install', '--no-fund', tarball], folder);
  assert.equal(status, 0, stderr);
  return folder;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
