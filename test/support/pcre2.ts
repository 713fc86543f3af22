import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackage } from '../../tools/debian.mjs';

/** A PCRE2 that can be asked. */
export interface Pcre2 {
  /** Such as `10.42`. */
  readonly version: string;
  /** What it says against each of these patterns, compiled as httpd has them compiled; undefined for those that it takes. */
  readonly refusals: (patterns: readonly string[]) => readonly (string | undefined)[];
}

/** `pcre2test` where it is installed, else from Debian's packages, only unpacked; undefined where it cannot be had. */
export async function findPcre2(): Promise<Pcre2 | undefined> {
  if (process.platform !== 'linux') return undefined;
  return asked('pcre2test', {}) ?? unpacked();
}

async function unpacked(): Promise<Pcre2 | undefined> {
  const folder = await debianPackage('pcre2-utils');
  if (folder === undefined) return undefined;
  const libraries = readdirSync(join(folder, 'usr/lib')).map((name) => join(folder, 'usr/lib', name));
  return asked(join(folder, 'usr/bin/pcre2test'), { LD_LIBRARY_PATH: libraries.join(':') });
}

function asked(program: string, libraries: Readonly<Record<string, string>>): Pcre2 | undefined {
  const options = { env: { ...process.env, ...libraries }, encoding: 'latin1', maxBuffer: 1 << 28 } as const;
  const ask = (args: readonly string[], input: string): string => execFileSync(program, args, { ...options, input });
  try {
    const version = /PCRE2 version (\d+\.\d+)/.exec(ask(['-C'], ''))?.[1];
    if (version === undefined) return undefined;
    return { version, refusals: (patterns) => refusalsIn(ask(['-q', '-'], inputOf(patterns)), patterns.length) };
  } catch {
    return undefined; // it is not there
  }
}

/** The options that httpd gives (server/util_pcre.c). In hexadecimal digits, nothing in a pattern is special. */
const OPTIONS = 'hex,dupnames,dotall,dollar_endonly';

function inputOf(patterns: readonly string[]): string {
  return patterns.map((pattern) => `/${Buffer.from(pattern).toString('hex')}/${OPTIONS}\n\n`).join('');
}

/** The program prints each pattern as it was given, and below it what is wrong with it. */
function refusalsIn(output: string, count: number): readonly (string | undefined)[] {
  const answers = output.split(new RegExp(`^/[0-9a-f]*/${OPTIONS}$`, 'm')).slice(1);
  if (answers.length !== count) throw new Error(`${String(answers.length)} answers for ${String(count)} patterns`);
  return answers.map((answer) => /^(?:Failed: |\*\* ).*/m.exec(answer)?.[0]);
}
