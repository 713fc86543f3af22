import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { atEnd } from './atEnd.ts';
import { argumentsOf, environmentOf } from './commandLine.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { withoutRoot } from './serverRoot.ts';
import { serverUser } from './serverUser.ts';

/** A server that was started. */
export interface Server {
  readonly root: string;
  /** When it has ended: what it printed, and what its error logs hold. */
  readonly ended: Promise<string>;
  /** From now on this process does not wait for it. */
  readonly detach: () => void;
  /** Ends it and all that it has started. */
  readonly stop: () => Promise<void>;
}

const LIMIT_MS = 5000;

/** A server that does not leave the process that started it. */
export const FOREGROUND = ['-D', 'FOREGROUND'] as const;

/** Starts a server with what was written into its root; it leaves nothing outside of it. */
export function startServer(httpd: Httpd, root: string, input: Input): Server {
  const child = spawn(httpd.program, [...FOREGROUND, ...argumentsOf(root, input, firstDirectives())], {
    env: environmentOf(root, httpd, input),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // it signals its whole process group when it stops, which must not be ours
  });
  const endGroup = atEnd(() => killGroup(child));
  const ended = printed(child).then((errors) => withoutRoot(root, errors + errorLogs(root)));
  return { root, ended, detach: () => detach(child), stop: () => stop(child, ended, endGroup) };
}

/** What a server that is started reads first. */
export function firstDirectives(): readonly string[] {
  return ['PidFile logs/httpd.pid', ...serverUser()];
}

function detach(child: ChildProcess): void {
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

async function printed(child: ChildProcess): Promise<string> {
  let errors = '';
  child.stderr?.setEncoding('latin1').on('data', (text: string) => (errors += text));
  await once(child, 'close');
  return errors;
}

async function stop(child: ChildProcess, ended: Promise<unknown>, endGroup: () => void): Promise<void> {
  child.ref();
  child.kill('SIGTERM');
  const patience = setTimeout(endGroup, LIMIT_MS);
  await ended;
  clearTimeout(patience);
  endGroup();
}

/** What the error logs of a server hold, in Latin-1. */
export function errorLogs(root: string): string {
  const paths = ['.', 'logs'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  );
  const logs = paths.filter((path) => /error[_.]log$/.test(path));
  return logs.map((path) => readFileSync(path, 'latin1')).join('');
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody of it is left
  }
}
