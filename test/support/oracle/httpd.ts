import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { debianPackage } from '../../../tools/debian.mjs';
import { run } from './program.ts';

/** A real server that can be asked. */
export interface Httpd {
  readonly program: string;
  /** The folder of its modules. */
  readonly modules: string;
  /** Such as `2.4.62`. */
  readonly version: string;
  /** `HTTPD`: the environment variable named it; `unpacked`: from Debian's packages, without being installed. */
  readonly from: 'HTTPD' | 'installed' | 'unpacked';
  /** What it needs in its environment to run. */
  readonly environment: Readonly<Record<string, string>>;
}

type Candidate = Omit<Httpd, 'version'>;

// What Debian's httpd has built in: the sets of modules for the tests load everything else.
const builtIn = ['mod_so.c', 'mod_watchdog.c', 'mod_log_config.c', 'mod_logio.c', 'mod_version.c', 'mod_unixd.c'];

const installed = ['/usr/sbin/apache2', '/usr/sbin/httpd', '/usr/local/apache2/bin/httpd'];

const moduleFolders = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/local/apache2/modules'];

let found: Promise<Httpd | undefined> | undefined;

/**
 * The server that HTTPD names (and HTTPD_MODULES, the folder of its modules), else one that is installed, else, where
 * there are Debian's packages, one that is only unpacked. It is looked for once; undefined where there is none.
 */
export function findHttpd(): Promise<Httpd | undefined> {
  found ??= find();
  return found;
}

async function find(): Promise<Httpd | undefined> {
  const named = process.env['HTTPD'];
  if (named) return findNamed(named);
  if (process.platform !== 'linux') return undefined; // others have other modules built in than the cases expect
  return (await firstUsable(installed.map((program) => candidate(program, 'installed')))) ?? findUnpacked();
}

async function findNamed(program: string): Promise<Httpd> {
  const usable = await firstUsable([candidate(program, 'HTTPD')]);
  if (usable) return usable;
  throw new Error(
    `HTTPD=${program} is no httpd 2.4 as Debian builds it (with ${builtIn.join(', ')}), or the folder of its modules was not found: HTTPD_MODULES names it`,
  );
}

/** Unpacks Debian's httpd, which takes its libraries from the same folder. */
async function findUnpacked(): Promise<Httpd | undefined> {
  const folder = await debianPackage('apache2-bin');
  if (folder === undefined) return undefined;
  const libraries = readdirSync(join(folder, 'usr/lib')).filter((name) => name.includes('-linux-'));
  const path = libraries.map((name) => join(folder, 'usr/lib', name)).join(':');
  return firstUsable([
    {
      program: join(folder, 'usr/sbin/apache2'),
      modules: join(folder, 'usr/lib/apache2/modules'),
      from: 'unpacked',
      environment: { LD_LIBRARY_PATH: path },
    },
  ]);
}

function candidate(program: string, from: 'HTTPD' | 'installed'): Candidate {
  const libraries = process.env['LD_LIBRARY_PATH'];
  return {
    program,
    modules: modulesOf(program),
    from,
    environment: from === 'HTTPD' && libraries ? { LD_LIBRARY_PATH: libraries } : {},
  };
}

function modulesOf(program: string): string {
  const named = process.env['HTTPD_MODULES'];
  if (named) return named;
  const beside = ['../lib/apache2/modules', '../modules'].map((path) => join(dirname(program), path));
  return [...beside, ...moduleFolders].find((folder) => existsSync(folder)) ?? '';
}

async function firstUsable(candidates: readonly Candidate[]): Promise<Httpd | undefined> {
  for (const one of candidates) {
    if (!existsSync(one.program) || !existsSync(join(one.modules, 'mod_mpm_event.so'))) continue;
    const { output: modules } = await run(one.program, ['-l'], one.environment);
    const { output: about } = await run(one.program, ['-v'], one.environment);
    const version = /Apache\/(2\.4\.\d+)/.exec(about)?.[1];
    if (version !== undefined && builtIn.every((module) => modules.includes(module))) return { ...one, version };
  }
  return undefined;
}
