// A browser for the workbench: the one named in CHROMIUM_PATH, else the headless Chromium that npm's @sparticuz/chromium
// carries (packed with Brotli, with the few libraries that it needs; its own JavaScript, which wants Node 22, is not used).
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** @typedef {{ path: string, env: Record<string, string> }} Browser the executable and the environment that it needs */

/**
 * @param {string} hostFolder where the packages of the host are installed
 * @returns {Browser}
 */
export function findBrowser(hostFolder) {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  if (named) return { path: named, env: {} };
  const packed = join(hostFolder, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(hostFolder, `node_modules/.chromium-${version}`);
  if (!existsSync(folder)) unpack(join(packed, 'bin'), folder);
  const fonts = [join(folder, 'fonts'), join(hostFolder, 'node_modules/dejavu-fonts-ttf/ttf'), '/usr/share/fonts'];
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration(folder, fonts)); // each time: the folder may have moved
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  };
}

/**
 * Unpacks beside the target and renames: a run that is killed leaves no half-unpacked browser behind.
 * @param {string} packed
 * @param {string} folder
 */
function unpack(packed, folder) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, 'chromium'), unpacked(packed, 'chromium.br'));
  chmodSync(join(part, 'chromium'), 0o755);
  for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    const { status, stderr } = spawnSync('tar', ['x', '-C', part], { input: unpacked(packed, name) });
    if (status !== 0) throw new Error(`cannot unpack ${name}: ${String(stderr)}`);
  }
  renameSync(part, folder);
}

/**
 * @param {string} folder
 * @param {string} name
 */
function unpacked(folder, name) {
  return brotliDecompressSync(readFileSync(join(folder, name)));
}

/**
 * @param {string} folder
 * @param {readonly string[]} fontFolders
 */
function fontConfiguration(folder, fontFolders) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fontFolders.map((fonts) => `<dir>${fonts}</dir>`).join('\n')}
<cachedir>${join(folder, 'font-cache')}</cachedir>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
<alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
