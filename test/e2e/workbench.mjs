// The workbench of the server host in a headless browser, over a copy of the sample. All is thrown away afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../tools/root.mjs';
import { findBrowser } from './chromium.mjs';
import { hostFolder, prepareHost, startServer } from './host-server.mjs';
import { developFromWeb } from './web-host.mjs';
import { makeWorkspace } from './workspace.mjs';

/**
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {string} dataFolder
 * @property {import('./host-server.mjs').RunningServer} server
 * @property {Promise<number>} exit the exit code of the suite that runs in it
 * @property {Promise<never>} lost rejects when the page or the browser dies
 *
 * @typedef {object} WorkbenchOptions
 * @property {string} [extensionFolder] where the extension is, by default the checkout
 * @property {string} [testsPath] the suite to run in the extension host
 * @property {import('./web-host.mjs').WebAddresses} [web] extension and suite are these, in the web worker extension host
 * @property {string} [openFile] a file of the folder to open
 * @property {'light' | 'dark'} [colorScheme] what the page is told that the person prefers
 * @property {((text: string) => void) | undefined} [onLog] a line that the workbench or the suite logs
 * @property {((text: string) => void) | undefined} [onServerOutput] what the server prints
 */

/**
 * A folder of its own for one run, removed with `remove` and when the process ends. It stands directly in the temporary
 * folder, because the path of a socket in it may have about 100 characters only.
 */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'htconf-editor-'));
  const wipe = () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', wipe);
  const remove = () => {
    process.off('exit', wipe);
    wipe();
  };
  return { path, remove };
}

/**
 * Opens a workbench, lets `use` work with it and takes everything away again.
 * @template Result
 * @param {WorkbenchOptions} options
 * @param {(workbench: Workbench) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withWorkbench(options, use) {
  const host = await prepareHost();
  const { path: executablePath, env } = findBrowser(hostFolder);
  const { path: dataFolder, remove } = temporaryFolder();
  const folder = makeWorkspace(dataFolder, { forSuite: (options.testsPath ?? options.web) !== undefined });
  const bye = () => process.exit(130);
  process.once('SIGINT', bye).once('SIGTERM', bye);
  let server, browser;
  try {
    server = await startServer(host, {
      dataFolder,
      args: ['--enable-remote-auto-shutdown', '--remote-auto-shutdown-without-delay'],
      onOutput: options.onServerOutput,
    });
    browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args: BROWSER_ARGUMENTS });
    const page = await openPage(browser, options);
    const { exit } = await listen(page, options.onLog);
    if (options.web) await developFromWeb(page, options.web);
    await page.goto(workbenchUrl(server.port, folder, options), { waitUntil: 'domcontentloaded' });
    return await use({ page, dataFolder, server, exit, lost: lossOf(page, browser) });
  } finally {
    await browser?.close().catch(() => {}); // it may have died before
    await server?.stop();
    process.off('SIGINT', bye).off('SIGTERM', bye);
    remove();
  }
}

const BROWSER_ARGUMENTS = [
  '--no-sandbox', // the unpacked browser has no setuid helper, and it sees the local server only
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--force-color-profile=srgb',
];

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Pick<WorkbenchOptions, 'colorScheme' | 'web'>} options
 */
async function openPage(browser, { colorScheme = 'light', web }) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    colorScheme,
    bypassCSP: web !== undefined, // the page may load code from its own server only
  });
  // Only the local server may be reached: a test that leans on the internet fails instead of passing by luck.
  await context.route(
    (url) => url.hostname !== '127.0.0.1' && !url.hostname.endsWith('localhost'),
    (route) => route.abort(),
  );
  return context.newPage();
}

/**
 * The functions by which the workbench tells what a suite logs and how it ends.
 * @param {import('playwright-core').Page} page
 * @param {((text: string) => void) | undefined} onLog
 * @returns {Promise<{ exit: Promise<number> }>} in an object, because a promise in a promise would be awaited too
 */
async function listen(page, onLog) {
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown} */ args) =>
    onLog?.([args].flat().map(String).join(' ')),
  );
  /** @type {(code: number) => void} */
  let ended = () => {};
  const exit = new Promise((resolve) => (ended = resolve));
  await page.exposeFunction('codeAutomationExit', (/** @type {unknown} */ code) => ended(Number(code)));
  return { exit };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<never>}
 */
function lossOf(page, browser) {
  /** @type {Promise<never>} */
  const lost = new Promise((_, reject) => {
    page.once('crash', () => reject(new Error('the page of the workbench crashed')));
    browser.once('disconnected', () => reject(new Error('the browser went away')));
  });
  lost.catch(() => {}); // who waits for it hears of it; closing the browser at the end is no error
  return lost;
}

/**
 * The address at which the server shows a folder, with the extension loaded, unless that comes from the web.
 * @param {number} port
 * @param {string} folder
 * @param {Pick<WorkbenchOptions, 'extensionFolder' | 'testsPath' | 'web' | 'openFile'>} [options]
 */
export function workbenchUrl(port, folder, { extensionFolder = root, testsPath, web, openFile } = {}) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...(web ? [] : [['extensionDevelopmentPath', remote(extensionFolder)]]),
    ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
    ...(openFile ? [['openFile', remote(join(folder, openFile))]] : []),
    ['skipWelcome', 'true'],
  ];
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
