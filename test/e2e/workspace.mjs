import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';

/**
 * Makes a folder to open: a copy of the sample, so that what is edited and saved never reaches the tree. For the suite, the
 * texts that formatting is compared with stand in it too.
 * @param {string} parent where it is to be
 * @param {{ forSuite: boolean }} options
 * @returns {string} its path
 */
export function makeWorkspace(parent, { forSuite }) {
  const folder = join(parent, 'outage');
  cpSync(join(root, 'samples/outage'), folder, { recursive: true });
  if (forSuite) cpSync(join(root, 'test/e2e/golden'), join(folder, 'golden'), { recursive: true });
  return folder;
}
