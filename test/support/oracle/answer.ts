import { createConnection } from 'node:net';
import type { Address } from './ports.ts';
import type { Server } from './server.ts';

const LIMIT_MS = 30_000;
const PAUSE_MS = 5;

/**
 * What a server answers to a request: the status, or 0 where it says something that is no HTTP or hangs up. Undefined
 * where it has ended. It is asked until it listens: there is no event to wait for.
 */
export async function answer(server: Server, address: Address, path: string): Promise<number | undefined> {
  const state = { ended: false };
  const ended = server.ended.then(() => {
    state.ended = true;
    return undefined;
  });
  const limit = Date.now() + LIMIT_MS;
  while (!state.ended && Date.now() < limit) {
    const status = await Promise.race([ended, request(address, path)]);
    if (status !== 'refused') return status;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  if (state.ended) return undefined;
  throw new Error(`httpd neither listens at ${address.host}:${String(address.port)} nor ends`);
}

/** One request. A connection that breaks may be that of a server that is about to end, so that counts as refused. */
function request({ host, port }: Address, path: string): Promise<number | 'refused'> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: LIMIT_MS });
    let answered = '';
    socket.setEncoding('latin1').on('data', (text: string) => (answered += text));
    socket.once('connect', () => socket.write(`GET ${path} HTTP/1.0\r\nHost: localhost\r\n\r\n`));
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => resolve('refused'));
    socket.once('close', () => resolve(statusOf(answered)));
  });
}

function statusOf(answered: string): number {
  return Number(/^HTTP\/\S+ (\d{3})/.exec(answered)?.[1] ?? 0);
}
