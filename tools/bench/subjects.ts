import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Position } from 'vscode-languageserver/node';
import type { Httpd } from '../../test/support/oracle/oracle.ts';
import { root } from '../root.mjs';
import { dockerfile, oneFile, siteName, tree, type Files } from './inputs.ts';
import { startLanguageServer, type LanguageServer } from './languageServer.ts';
import type { Peers } from './peers.ts';
import type { Measured } from './rounds.ts';

/** How much is measured: lines of single files, and files of a tree. */
export interface Sizes {
  readonly lines: readonly number[];
  readonly files: number;
}

const CLI = join(root, 'dist/cli.cjs');
const OWN = [CLI, 'server', '--stdio'];
const HTTPD = '`httpd -t`';
const DOCKER = 'Dockerfile server';

/** Everything that is measured, with what has to be ended afterwards. */
export interface Subjects {
  readonly all: readonly Measured[];
  readonly stop: () => Promise<void>;
}

/** Writes the inputs below a folder, and opens them where a server is asked. */
export async function subjectsIn(folder: string, { lines, files }: Sizes, peers: Peers): Promise<Subjects> {
  const modules = peers.httpd?.modules ?? 'modules';
  const servers: LanguageServer[] = [];
  const opened = async (script: readonly string[], within: string, path: string, text: string) => {
    const server = await startLanguageServer(script, within);
    servers.push(server);
    const found = await server.open(join(within, path), text);
    if (found.length > 0) throw new Error(`${path} of the bench has a fault: ${JSON.stringify(found[0])}`);
    return server;
  };
  const all: Measured[] = starts(folder, peers);
  for (const count of lines) {
    const size = `${count.toLocaleString('en')} lines`;
    const text = oneFile(count, modules);
    const within = written(join(folder, String(count)), { 'httpd.conf': text });
    all.push(
      keystroke('htconf', size, await opened(OWN, within, 'httpd.conf', text), join(within, 'httpd.conf'), text),
    );
    if (peers.docker !== undefined) {
      const other = dockerfile(count);
      const server = await opened([peers.docker, '--stdio'], within, 'Dockerfile', other);
      all.push(keystroke(DOCKER, size, server, join(within, 'Dockerfile'), other));
    }
    all.push(...checks(within, size, peers.httpd));
  }
  const whole = tree(files, modules);
  const size = `${files.toLocaleString('en')} files`;
  const within = written(join(folder, 'tree'), whole);
  const site = siteName(Math.ceil(files / 2));
  const server = await opened(OWN, within, site, whole[site] ?? '');
  all.push(
    keystroke('htconf', size, server, join(within, site), whole[site] ?? ''),
    ...checks(within, size, peers.httpd),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((one) => one.stop()));
  };
  return { all, stop };
}

function written(folder: string, files: Files): string {
  for (const [path, text] of Object.entries({ ...files, 'htdocs/index.html': '', 'logs/error_log': '' })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function starts(folder: string, { docker }: Peers): Measured[] {
  const start = (who: string, script: readonly string[]): Measured => ({
    what: 'start of the server, until `initialize` is answered',
    size: '',
    who,
    run: async () => {
      const server = await startLanguageServer(script, folder);
      await server.stop();
      return server.started;
    },
  });
  return [start('htconf', OWN), ...(docker === undefined ? [] : [start(DOCKER, [docker, '--stdio'])])];
}

/** In the name of the directive or instruction that stands in the middle. */
function keystroke(who: string, size: string, server: LanguageServer, path: string, text: string): Measured {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const line = middle + lines.slice(middle).findIndex((one) => /^\s*(ServerName|RUN)\s/.test(one));
  const at: Position = { line, character: (/\S/.exec(lines[line] ?? '')?.index ?? 0) + 2 };
  return { what: 'keystroke, until the findings are there', size, who, run: () => server.type(path, at) };
}

function checks(folder: string, size: string, httpd: Httpd | undefined): Measured[] {
  const what = '`htconf check`';
  const check = [CLI, 'check', '--fail-on', 'info', '--server-root', folder, join(folder, 'httpd.conf')];
  const own: Measured = { what, size, who: 'htconf', run: () => command(process.execPath, check, {}) };
  if (!httpd) return [own];
  const test = ['-t', '-d', folder, '-f', join(folder, 'httpd.conf')];
  return [own, { what, size, who: HTTPD, run: () => command(httpd.program, test, httpd.environment) }];
}

/** Milliseconds that a program takes; what it finds would be a fault of the bench. */
async function command(program: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  const start = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const time = performance.now() - start;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}: ${said.slice(0, 2000)}`);
  return time;
}
