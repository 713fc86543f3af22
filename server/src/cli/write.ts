import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { displayPath } from './displayPath.ts';
import { withFile } from './problem.ts';

/**
 * Puts new bytes into a file: they are written beside it and take its place when they are complete, with its owner and
 * mode. When that fails the file is as it was, and a Problem is thrown.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  withFile(displayPath(path), 'cannot be written', () => {
    const real = fs.realpathSync(path); // a link stays a link
    fs.accessSync(real, fs.constants.W_OK); // a rename alone would not mind that the file is read-only
    const beside = join(dirname(real), `.htconf-${randomUUID()}`); // no pattern of an Include takes a name with a dot
    try {
      writeNew(beside, bytes, fs.statSync(real));
      fs.renameSync(beside, real);
    } catch (error) {
      fs.rmSync(beside, { force: true });
      throw error;
    }
  });
}

/** Writes a new file with the owner and mode of another. */
function writeNew(path: string, bytes: Uint8Array, like: fs.Stats): void {
  const file = fs.openSync(path, 'wx', 0o600);
  try {
    fs.writeFileSync(file, bytes);
    const { uid, gid } = fs.fstatSync(file);
    if (uid !== like.uid || gid !== like.gid) fs.fchownSync(file, like.uid, like.gid);
    fs.fchmodSync(file, like.mode & 0o7777);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}
