import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';

/** The command as it is shipped. */
const bundle = resolve('dist/cli.cjs');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** What comes on its standard input. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs htconf with some arguments until it ends. */
export function htconf(args: readonly string[], options: RunOptions): Ran {
  const { code, stdout, stderr } = htconfBytes(args, options);
  return { code, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** The same, where what it writes is not UTF-8. */
export function htconfBytes(args: readonly string[], { cwd, input = '', env = {} }: RunOptions) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    input,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** Runs htconf where no file can be written, whoever runs it; it has a shell and so is not for Windows. */
export function htconfWithoutSpace(args: readonly string[], cwd: string): Ran {
  const command = ['trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh', process.execPath, bundle, ...args];
  const { status, stdout, stderr, error } = spawnSync('sh', ['-c', ...command], { cwd, encoding: 'utf8' });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** Runs htconf with its standard output going to a device, such as /dev/full. */
export function htconfInto(device: string, args: readonly string[], cwd: string): Omit<Ran, 'stdout'> {
  const out = openSync(device, 'w');
  try {
    const { status, stderr } = spawnSync(process.execPath, [bundle, ...args], { cwd, stdio: ['ignore', out, 'pipe'] });
    return { code: status, stderr: stderr.toString() };
  } finally {
    closeSync(out);
  }
}

/** Runs htconf with a reader that goes away at once. */
export function htconfWithoutReader(args: readonly string[], cwd: string): Promise<Omit<Ran, 'stdout'>> {
  const child = spawn(process.execPath, [bundle, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const said: Uint8Array[] = [];
  child.stderr.on('data', (bytes: Uint8Array) => said.push(bytes));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      done({ code, stderr: Buffer.concat(said).toString() });
    });
  });
}

/** A folder with some files, by their paths in it, that is gone after the test. Its path has no links. */
export function folderWith(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'htconf-cli-')));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Makes a named pipe; Windows has no such files. */
export function makePipe(path: string): void {
  const { status } = spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
  if (status !== 0) throw new Error(`${path} could not be made`);
}

/** Root may read and write everything, and Windows has no such modes. */
export const modesCount = process.platform !== 'win32' && process.getuid?.() !== 0;
