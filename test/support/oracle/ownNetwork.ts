import { argumentsOf, environmentOf, writeInput } from './commandLine.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { run, type Ended } from './program.ts';
import { errorLogs, firstDirectives, FOREGROUND } from './server.ts';
import { inRoot, withoutRoot } from './serverRoot.ts';

/** A machine with the usual addresses, of which nobody else knows. */
const PREPARE = [
  'ip link set lo up',
  'ip addr add 192.0.2.1/24 dev lo',
  'ip addr add 2001:db8::1/64 dev lo nodad',
].join(' && ');

/** It runs when it has written its PidFile; there is no event to wait for. All that is left ends with the shell. */
const START = `${PREPARE} && cd "$1" && shift && {
  { "$@"; : > logs/ended; } &
  until [ -s logs/httpd.pid ] || [ -e logs/ended ]; do sleep 0.01; done
  [ -s logs/httpd.pid ]
}`;

/**
 * Starts a server in a network of its own, where each port is free, and ends it at once: what it printed, with the code 0
 * where it ran. Undefined where this system gives nobody a network of his own.
 */
export async function startAlone(httpd: Httpd, input: Input): Promise<Ended | undefined> {
  if (!(await hasOwnNetwork())) return undefined;
  return inRoot(httpd, async (root) => {
    writeInput(root, input);
    const server = [httpd.program, ...FOREGROUND, ...argumentsOf(root, input, firstDirectives())];
    const ended = await inOwnNetwork([START, 'sh', root, ...server], environmentOf(root, httpd, input));
    return { ...ended, errors: withoutRoot(root, ended.errors + errorLogs(root)) };
  });
}

let known: Promise<boolean> | undefined;

/** Whether a server can be started in a network of its own here. */
export function hasOwnNetwork(): Promise<boolean> {
  known ??= inOwnNetwork([PREPARE], {}).then(({ code }) => code === 0);
  return known;
}

function inOwnNetwork(script: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const user = process.getuid?.() === 0 ? [] : ['--map-current-user', '--keep-caps'];
  return run('unshare', [...user, '--net', '--pid', '--fork', '--kill-child', 'sh', '-c', ...script], environment);
}
