import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { LIMIT } from './startServer.ts';

/** The same protocol library with nothing behind it: what any server costs. */
const CONTROL = `
  import { createConnection } from 'vscode-languageserver/node';
  const connection = createConnection(process.stdin, process.stdout);
  connection.onInitialize(() => ({ capabilities: {} }));
  connection.listen();`;

const STARTS = 9;
/** Milliseconds that the server may take longer than one that does nothing. */
const MOST = 40;

test('the answer to initialize comes soon after the start', LIMIT, async (t) => {
  const control = await bundled(t, CONTROL);
  const idle: number[] = [];
  const ours: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    idle.push(await startTime([control]));
    ours.push(await startTime([resolve('dist/cli.cjs'), 'server', '--stdio']));
  }
  const more = median(ours) - median(idle);
  t.diagnostic(
    `initialize is answered after ${ms(median(ours))}, ${ms(more)} later than by a server that does nothing`,
  );
  // A busy machine must not fail a test run.
  if (process.env['HTCONF_TIMINGS'] === '1') assert.ok(more <= MOST, `${ms(more)} are more than ${ms(MOST)}`);
});

async function bundled(t: TestContext, source: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'htconf-lsp-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
  });
  const outfile = join(folder, 'control.cjs');
  const stdin = { contents: source, resolveDir: process.cwd() };
  await build({ stdin, outfile, bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20' });
  return outfile;
}

/** Milliseconds from the start of a process to its answer. */
async function startTime(args: readonly string[]): Promise<number> {
  const params = { processId: null, rootUri: null, capabilities: {} };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`Content-Length: ${String(body.length)}\r\n\r\n${body}`);
  await once(child.stdout, 'data');
  const time = performance.now() - start;
  child.kill();
  await once(child, 'close');
  return time;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}
