import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { debianPackage } from '../../tools/debian.mjs';
import { folderWith } from './command.ts';

const folder = await debianPackage('apache2');

/** For `skip` of a test that needs Debian's configuration: false where that is here, else the reason. */
export const stockTreeMissing =
  folder === undefined
    ? "Debian's package apache2 is not here: it takes a Debian or Ubuntu with its package lists (apt-get update)"
    : false;

/** Debian's configuration with the links that its installation makes. */
export function stockTree(t: TestContext): string {
  const cwd = folderWith(t, {});
  cpSync(join(folder ?? '', 'etc/apache2'), cwd, { recursive: true });
  const links = readFileSync('test/cli/debian-enabled.tsv', 'utf8').trim().split('\n');
  for (const link of links) {
    const [path = '', target = ''] = link.split('\t');
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    symlinkSync(target, join(cwd, path));
  }
  return cwd;
}
