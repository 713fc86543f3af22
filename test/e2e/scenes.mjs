// What the pictures of the documentation show. Each scene begins with the sample as it is, and leaves it so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';

const LIMIT = { timeout: 60_000 };
const lines = readFileSync(join(root, 'samples/outage/httpd.conf'), 'utf8').split('\n');

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Scene
 * @property {{ x: number, y: number, width: number, height: number }} [clip] the part of the page that is shown
 * @property {(page: Page) => Promise<void>} show brings it on the screen
 * @property {(page: Page) => Promise<void>} [leave] takes it away again; Escape does where it is left out
 */

/** By the name of the picture. @type {Readonly<Record<string, Scene>>} */
export const SCENES = {
  outage: {
    async show(page) {
      await goTo(page, 'LoadModul expires_module');
      await press(page, 'Control+.', page.locator('.action-widget').getByText('Change to LoadModule'));
    },
  },
  hover: {
    clip: { x: 352, y: 210, width: 720, height: 360 },
    async show(page) {
      await goTo(page, 'AllowOverride All');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover').getByText('Manual: AllowOverride').waitFor(LIMIT);
    },
  },
  completion: {
    clip: { x: 200, y: 300, width: 800, height: 440 },
    async show(page) {
      await goTo(page, 'LoadModule Rewrite_module');
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type('LoadModule prox', { delay: 30 });
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget').getByText('proxy_http_module').first().waitFor(LIMIT);
    },
    async leave(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+K');
    },
  },
  outline: {
    clip: { x: 0, y: 36, width: 800, height: 580 },
    async show(page) {
      await goTo(page, 'AllowOverride All');
      await runCommand(page, 'Explorer: Focus on Outline View');
      await folderHeader(page).click(LIMIT); // folds it, and leaves its room to the outline
      await page.locator('.outline-pane').getByText('/etc/httpd/htdocs').first().waitFor(LIMIT);
    },
    leave: (page) => folderHeader(page).click(LIMIT),
  },
  'fix-all': {
    clip: { x: 352, y: 36, width: 720, height: 500 },
    async show(page) {
      await goTo(page, 'loadModule headers_module');
      await runCommand(page, 'Source Action...');
      await page.locator('.action-widget').getByText('Make all safe fixes').first().waitFor(LIMIT);
    },
  },
};

/** @param {Page} page */
function folderHeader(page) {
  return page.locator('.pane-header', { hasText: 'outage' });
}

/**
 * Puts the cursor at the beginning of a line; by the keyboard, because a click opens the hover too.
 * @param {Page} page
 * @param {string} text of the line, from its first word on
 */
async function goTo(page, text) {
  const index = lines.findIndex((line) => line.trim().startsWith(text));
  const column = (lines[index] ?? '').search(/\S/) + 1;
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor(LIMIT);
  await input.fill(`:${index + 1}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `Ln ${index + 1},` }).waitFor(LIMIT);
  await page.mouse.move(900, 700);
}

/**
 * Presses a key until something is there: a workbench that has just started may not hear it.
 * @param {Page} page
 * @param {string} key
 * @param {import('playwright-core').Locator} wanted
 */
async function press(page, key, wanted) {
  for (let tries = 10; tries > 1; tries--) {
    await page.keyboard.press(key);
    if (
      await wanted.waitFor({ timeout: 6000 }).then(
        () => true,
        () => false,
      )
    )
      return;
    await page.keyboard.press('Escape');
  }
  throw new Error(`${key} was pressed again and again, and nothing came of it`);
}

/**
 * @param {Page} page
 * @param {string} title
 */
async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list').getByText(title, { exact: true }).first().waitFor(LIMIT);
  await page.keyboard.press('Enter');
}
