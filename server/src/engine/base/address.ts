import { ipOf } from './ip.ts';

/** What an address of a server says, as apr_parse_addr_port reads it. */
export interface Address {
  /** An IP address without its brackets, a name, or `*`; absent for a port alone. */
  readonly host?: string;
  /** Of a link-local IPv6 address: `eth0` in `[fe80::1%eth0]`. */
  readonly zone?: string;
  /** 1 to 65535; absent where there is none. */
  readonly port?: number;
}

/**
 * Reads `80`, `host`, `host:80`, `[::1]:80`. Digits behind the last `:` are the port, also where that tears an IPv6
 * address without brackets (`::1` is the host `:` with the port 1); anything else is a part of the host. Undefined where
 * httpd refuses it: a port out of range, a `:` in front, brackets around something else.
 */
export function parseAddress(text: string): Address | undefined {
  if (/^\d+$/.test(text)) return withPort({}, text);
  const [, before, digits] = /^(.*):(\d+)$/s.exec(text) ?? [];
  if (before === undefined || digits === undefined) return hostOf(text);
  const host = before === '' ? undefined : hostOf(before);
  return host && withPort(host, digits);
}

/** Whether a text begins with a scheme and a colon (server/util.c, `ap_is_url`). */
export function isWholeAddress(text: string): boolean {
  return /^[a-z\d+.-]+:/i.test(text);
}

function withPort(host: Address, digits: string): Address | undefined {
  const port = Number(digits);
  return port >= 1 && port <= 65_535 ? { ...host, port } : undefined;
}

function hostOf(text: string): Address | undefined {
  if (!text.startsWith('[')) return text === '' ? undefined : { host: text };
  const [, host, zone] = /^\[([^\]%]*)(?:%([^\]]+))?\]$/.exec(text) ?? [];
  if (host === undefined || !host.includes(':') || !ipOf(host)) return undefined;
  return zone === undefined ? { host } : { host, zone };
}
