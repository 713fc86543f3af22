#!/usr/bin/env node
// npm run screenshots: writes the pictures of docs/images: outage.png, the real workbench with the sample and a quick fix
// offered; icon.png, from icon.svg.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../tools/command.mjs';
import { installPackages } from '../../tools/install.mjs';
import { root } from '../../tools/root.mjs';

const LIMIT = { timeout: 60_000 };
const images = join(root, 'docs/images');

await installPackages();
const { code } = await runCommand(process.execPath, [join(root, 'tools/build.mjs')], { show: true });
if (code !== 0) throw new Error('the build failed (see above)');
mkdirSync(images, { recursive: true });
const { withWorkbench } = await import('./workbench.mjs');
await withWorkbench({ openFile: 'httpd.conf' }, ({ page, lost }) =>
  Promise.race([outage(page).then(() => icon(page)), lost]),
);

/** @param {import('playwright-core').Page} page */
async function outage(page) {
  const editor = page.locator('.monaco-editor').first();
  await editor.locator('.squiggly-error').first().waitFor(LIMIT);
  await editor.locator('.squiggly-info').first().waitFor(LIMIT);
  // a click would open the hover too: the cursor goes there by the keyboard
  await editor.locator('.view-line', { hasText: 'LoadModul expires_module' }).click(LIMIT);
  await page.keyboard.press('Home');
  await page.mouse.move(900, 700);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('LoadModule').first().waitFor(LIMIT);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(images, 'outage.png'), animations: 'disabled' });
  console.log(`wrote ${join(images, 'outage.png')}`);
}

/** @param {import('playwright-core').Page} page */
async function icon(page) {
  await page.setViewportSize({ width: 256, height: 256 });
  await page.setContent(`<body style="margin:0">${readFileSync(join(images, 'icon.svg'), 'utf8')}</body>`);
  await page.screenshot({ path: join(images, 'icon.png'), omitBackground: true });
  console.log(`wrote ${join(images, 'icon.png')}`);
}
