#!/usr/bin/env node
// npm start: shows what the project does, on a fresh clone too. Until the packages are there, only Node's own modules may
// be used: the rest is imported when it is its turn.
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCommand, runScript } from './command.mjs';
import { installPackages, isInstalled } from './install.mjs';
import { root } from './root.mjs';

const usage = `npm start                      builds, shows what htconf finds in samples/outage, opens that folder in VS Code
npm start -- --check-only      stops after the findings`;

const sample = join(root, 'samples/outage');

const { values } = parseArgs({ options: { help: { type: 'boolean' }, 'check-only': { type: 'boolean' } } });
if (values.help) console.log(usage);
else
  await start({ checkOnly: values['check-only'] ?? false }).catch((/** @type {Error} */ error) => {
    console.error(error.message);
    process.exitCode = 1;
  });

/** @param {{ checkOnly: boolean }} options */
async function start({ checkOnly }) {
  process.chdir(root);
  await installPackages();
  const build = await runCommand(process.execPath, ['tools/build.mjs'], { show: true });
  if (build.code !== 0) throw new Error('the build failed (see above)');
  await showFindings();
  if (checkOnly) return;
  await (hasDesktop() ? openDesktop() : openServerBuild());
}

/** The sample has faults: exit code 1 is what is expected here, 2 and more is not. */
async function showFindings() {
  console.log('htconf check samples/outage\n');
  const { code } = await runCommand(process.execPath, ['dist/cli.cjs', 'check', 'samples/outage'], { show: true });
  if (code > 1) throw new Error(`htconf check ended with ${code}`);
  console.log('');
}

function hasDesktop() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => existsSync(join(folder, name)));
}

async function openDesktop() {
  const { code } = await runScript('code', ['--new-window', `--extensionDevelopmentPath=${root}`, sample]);
  if (code !== 0) throw new Error(`the command "code" ended with ${code}`);
  console.log('VS Code opens samples/outage with htconf loaded.');
}

async function openServerBuild() {
  const { hostFolder, hostSize, prepareHost, startServer, whyNoHost } = await import('../test/e2e/host-server.mjs');
  const reason = whyNoHost();
  if (reason) throw new Error(`no VS Code to open: ${reason}. Install VS Code and its command "code" (on the PATH)`);
  console.log(
    'There is no command "code" on the PATH, so VS Code opens in your browser, by its server build from npm.',
  );
  if (!isInstalled(hostFolder)) console.log(`It is not here yet: ${hostSize}, in test/e2e/host.`);
  const host = await prepareHost();
  const { temporaryFolder, workbenchUrl } = await import('../test/e2e/workbench.mjs');
  const interrupted = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  const { path: dataFolder, remove } = temporaryFolder();
  try {
    const server = await startServer(host, { dataFolder });
    console.log(`Editor: ${workbenchUrl(server.port, sample, { openFile: 'httpd.conf' })}`);
    console.log('Ctrl-C ends it.');
    await Promise.race([interrupted, server.ended]);
    await server.stop();
  } finally {
    remove();
  }
}
