#!/usr/bin/env node
// npm run screenshots: writes the pictures of docs/images: those of the real workbench with the sample, in light and in
// dark, and icon.png from icon.svg. HTCONF_SCENES names the scenes to take, by default all.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { runCommand } from '../../tools/command.mjs';
import { installPackages } from '../../tools/install.mjs';
import { root } from '../../tools/root.mjs';
import { SCENES } from './scenes.mjs';

/** @typedef {import('playwright-core').Page} Page */

const LIMIT = { timeout: 60_000 };
const images = join(root, 'docs/images');
const wanted = process.env['HTCONF_SCENES']?.split(',') ?? Object.keys(SCENES);

await installPackages();
const { code } = await runCommand(process.execPath, [join(root, 'tools/build.mjs')], { show: true });
if (code !== 0) throw new Error('the build failed (see above)');
mkdirSync(images, { recursive: true });
const { withWorkbench } = await import('./workbench.mjs');
for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  await withWorkbench({ openFile: 'httpd.conf', colorScheme }, ({ page, lost }) =>
    Promise.race([scenes(page, colorScheme), lost]),
  );

/**
 * @param {Page} page
 * @param {string} suffix
 */
async function scenes(page, suffix) {
  await page.locator('.monaco-editor .squiggly-error').first().waitFor(LIMIT);
  await page.locator('.statusbar-item[id="status.problems"]', { hasText: /[1-9]/ }).waitFor(LIMIT);
  for (const [name, { clip, show, leave }] of Object.entries(SCENES)) {
    if (!wanted.includes(name)) continue;
    await show(page);
    await take(page, clip, `${name}-${suffix}.png`);
    await (leave ?? ((page) => page.keyboard.press('Escape')))(page);
  }
  if (suffix === 'light') await icon(page);
}

/**
 * A picture with as many colours as it needs to look the same: it is part of the package.
 * @param {Page} page
 * @param {import('./scenes.mjs').Scene['clip']} clip
 * @param {string} name
 */
async function take(page, clip, name) {
  await page.evaluate('document.fonts.ready');
  const picture = await page.screenshot({ animations: 'disabled', ...(clip && { clip }) });
  await sharp(picture).png({ palette: true, colours: 64, effort: 10 }).toFile(join(images, name));
  console.log(`wrote ${join(images, name)}`);
}

/** @param {Page} page */
async function icon(page) {
  await page.setViewportSize({ width: 256, height: 256 });
  await page.setContent(`<body style="margin:0">${readFileSync(join(images, 'icon.svg'), 'utf8')}</body>`);
  await page.screenshot({ path: join(images, 'icon.png'), omitBackground: true });
  console.log(`wrote ${join(images, 'icon.png')}`);
}
