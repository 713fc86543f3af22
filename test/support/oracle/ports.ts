import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Input } from './input.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const loopback = /^(127(?:\.\d{1,3}){3}|localhost|\[::1\]):(\d{1,5})$/;
const everywhere = /^(?:(?:\*|0\.0\.0\.0|\[::\]):)?(\d{1,5})$/;
const listenLine = /^([ \t]*"?Listen"?[ \t]+"?)([^\s"]*)/gim;

/** The addresses that are listened on, as they are written. */
export function listens(input: Input): readonly string[] {
  return textsOf(input).flatMap((text) => [...text.matchAll(listenLine)].map(([, , address = '']) => address));
}

/**
 * The same configuration for a server that only this machine can reach, at ports that are free, so that several can run
 * side by side. Undefined where that would not be the same: it listens at one port more than once, or elsewhere.
 */
export async function onLoopback(input: Input): Promise<Input | undefined> {
  const addresses = listens(input);
  if (!addresses.every((address) => isMovable(address, addresses))) return undefined;
  const ports = new Map<string, string>();
  for (const address of addresses) ports.set(portOf(address), String(await freePort()));
  const files = Object.entries(input.files ?? {}).map(([name, text]) => [name, moved(text, ports)] as const);
  return {
    ...input,
    text: moved(input.text, ports),
    ...(input.prelude === undefined ? {} : { prelude: moved(input.prelude, ports) }),
    files: Object.fromEntries(files),
  };
}

/** Where a loopback address is. */
export function addressOf(listen: string): Address {
  const [, host = '', port] = loopback.exec(listen) ?? [];
  return { host: host.replace(/[[\]]/g, ''), port: Number(port) };
}

/** What listens everywhere may listen on loopback alone, unless that would hide how it meets another address. */
function isMovable(address: string, all: readonly string[]): boolean {
  if (loopback.test(address)) return true;
  return everywhere.test(address) && all.filter((other) => portOf(other) === portOf(address)).length === 1;
}

function portOf(address: string): string {
  return /\d+$/.exec(address)?.[0] ?? '';
}

function moved(text: string, ports: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(listenLine, (_, before: string, address: string) => {
      const host = loopback.exec(address)?.[1] ?? '127.0.0.1';
      return `${before}${host}:${ports.get(portOf(address)) ?? ''}`;
    })
    .replaceAll(/^[ \t]*<VirtualHost[ \t].*$/gim, (line) =>
      line.replaceAll(/:(\d+)/g, (all, port: string) => `:${ports.get(port) ?? port}`),
    );
}

function textsOf({ text, prelude = '', files = {} }: Input): readonly string[] {
  return [prelude, text, ...Object.values(files)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
