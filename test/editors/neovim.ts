import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { debianPackage } from '../../tools/debian.mjs';

/** A Neovim that can be started. */
export interface Neovim {
  /** Such as `0.11`. */
  readonly version: string;
  readonly program: string;
  /** What its environment needs besides that of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a person sees in Neovim; `neovim.lua` looks at it. Lines and columns count from 1, ends are exclusive. */
export interface Seen {
  readonly filetype: string;
  readonly diagnostics: readonly SeenDiagnostic[];
  readonly actions: readonly { readonly title: string; readonly command: boolean }[];
  /** The line with the mistake after the action, and what is then still found. */
  readonly repaired: string;
  readonly left: readonly SeenDiagnostic[];
  /** Lines with what completion offered. */
  readonly directive: string;
  readonly module: string;
  readonly hover: string;
  readonly formatted: string;
  /** The file types of some paths. */
  readonly filetypes: readonly string[];
}

export interface SeenDiagnostic {
  readonly line: number;
  readonly column: number;
  readonly end_column: number;
  readonly severity: number;
  readonly code: string;
}

/** `nvim` where it is installed, else from Debian's packages, only unpacked; undefined where it cannot be had. */
export async function findNeovim(): Promise<Neovim | undefined> {
  if (process.platform === 'win32') return undefined; // the command that it is to start is a script there
  return asked('nvim', {}) ?? (process.platform === 'linux' ? unpacked() : undefined);
}

async function unpacked(): Promise<Neovim | undefined> {
  const folder = await debianPackage('neovim');
  if (folder === undefined) return undefined;
  const libraries = readdirSync(join(folder, 'usr/lib')).map((name) => join(folder, 'usr/lib', name));
  return asked(join(folder, 'usr/bin/nvim'), {
    LD_LIBRARY_PATH: libraries.join(delimiter),
    VIMRUNTIME: join(folder, 'usr/share/nvim/runtime'),
  });
}

function asked(program: string, environment: Neovim['environment']): Neovim | undefined {
  try {
    const options = { env: { ...process.env, ...environment }, encoding: 'utf8' } as const;
    const version = /^NVIM v(\d+\.\d+)/.exec(execFileSync(program, ['--version'], options))?.[1];
    return version === undefined ? undefined : { version, program, environment };
  } catch {
    return undefined; // it is not there
  }
}

/** Neovim may wait for what never comes. */
const LIMIT_MS = 60_000;

/** Opens the sample with these settings, does there what `neovim.lua` does, and gives what was seen. */
export async function useNeovim(neovim: Neovim, settings: string, paths: readonly string[]): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'htconf-neovim-'));
  try {
    prepare(folder, settings);
    const result = join(folder, 'seen.json');
    await promisify(execFile)(neovim.program, ARGUMENTS, {
      cwd: join(folder, 'work'),
      env: { ...environmentIn(folder, neovim), HTCONF_RESULT: result, HTCONF_PATHS: JSON.stringify(paths) },
      timeout: LIMIT_MS,
    });
    return JSON.parse(readFileSync(result, 'utf8')) as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** No user interface, no files of Neovim's own beside those that are edited, and then the script. */
const ARGUMENTS = [
  ...['--headless', '-n', '-i', 'NONE', '-u', '../init.lua'],
  ...['-c', `luafile ${resolve('test/editors/neovim.lua')}`, 'outage/httpd.conf'],
];

function prepare(folder: string, settings: string): void {
  cpSync('samples/outage', join(folder, 'work/outage'), { recursive: true });
  mkdirSync(join(folder, 'work/httpd'));
  const untidy = readFileSync('test/e2e/golden/untidy.apacheconf', 'utf8');
  writeFileSync(join(folder, 'work/httpd/untidy.conf'), `${untidy}\n`); // Neovim itself sees to the end of the last line
  writeFileSync(join(folder, 'init.lua'), settings);
  mkdirSync(join(folder, 'bin'));
  const command = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.cjs')}' "$@"\n`;
  writeFileSync(join(folder, 'bin/htconf'), command, { mode: 0o755 });
}

/** With the command `htconf`, and without what the person at this machine has set up in Neovim. */
function environmentIn(folder: string, { environment }: Neovim): NodeJS.ProcessEnv {
  const own = ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, join(folder, kind)] as const);
  const path = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, ...environment, ...Object.fromEntries(own), PATH: path };
}
