import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For `skip` of a test that makes links: false where that is allowed, else the reason. */
export const NO_LINKS = mayLink() ? false : 'links need a right that users of Windows seldom have';

/** The same for one that makes pipes or looks at devices. */
export const NO_PIPES = process.platform === 'win32' && 'Windows has no such files';

function mayLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'htconf-link-'));
  try {
    symlinkSync('target', join(folder, 'link'));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
