// How a workbench is told to run an extension in its web worker extension host: it has to come from the web.
import { lstatSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @typedef {{ port: number, close: () => void }} WebServer */

const TYPES = /** @type {Record<string, string>} */ ({ '.js': 'text/javascript', '.json': 'application/json' });

/**
 * Serves folders on the loopback interface as if they were one.
 * @param {readonly string[]} folders
 * @returns {Promise<WebServer>}
 */
export async function serveFolders(folders) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = folders.map((folder) => join(folder, path)).find(isFile);
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    if (!file) return void response.writeHead(404, headers).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'content-type': type }).end(readFileSync(file));
  });
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the web server has no port');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: address.port, close };
}

/** @param {string} path */
function isFile(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Where the page takes an extension and a suite from. The suite runs where the extension that it lies in runs.
 * @typedef {{ extension: URL, tests: URL }} WebAddresses
 */

/**
 * Has the page take an extension, and a suite, from the web. Its configuration is changed as it is read: a page that is not
 * the server's own may not talk to the server.
 * @param {import('playwright-core').Page} page
 * @param {WebAddresses} addresses
 */
export async function developFromWeb(page, { extension, tests }) {
  await page.addInitScript(
    (options) => {
      const { prototype } = /** @type {any} */ (globalThis).Element;
      const read = prototype.getAttribute;
      prototype.getAttribute = function (/** @type {string} */ name) {
        const value = read.call(this, name);
        if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
        const configuration = JSON.parse(value);
        const developmentOptions = { ...configuration.developmentOptions, ...options };
        return JSON.stringify({ ...configuration, developmentOptions });
      };
    },
    { extensions: [componentsOf(extension)], extensionTestsPath: componentsOf(tests) },
  );
}

/**
 * An address as VS Code has it in its configuration.
 * @param {URL} address
 */
function componentsOf({ host, pathname }) {
  return { scheme: 'http', authority: host, path: pathname };
}
