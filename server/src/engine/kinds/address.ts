import { parseAddress } from '../base/address.ts';
import { isPattern } from '../base/fnmatch.ts';
import { ipOf } from '../base/ip.ts';
import type { Kind } from './kind.ts';
import { wholeWord } from './wholeWord.ts';

/** What is wrong with an address; undefined where httpd takes it. */
type Fault = (text: string) => string | undefined;

/** What Listen takes (server/listen.c, `ap_set_listener`; httpd-config 8.13). */
export const listenAddress = kindOf('listen-address', (text) => {
  const address = parseAddress(text);
  if (!address) return badAddress(text);
  if (address.port === undefined) return `\`${text}\` has no port.`;
  return isNoHost(address.host) ? `\`${address.host ?? ''}\` is no address that could be found.` : undefined;
});

/** What `<VirtualHost>` takes (server/vhost.c, `get_addresses`; httpd-config 8.14). */
export const hostAddress = kindOf('virtual-host-address', (text) => {
  if (text === '*' || text === '_default_') return undefined;
  const address = parseAddress(text.replace(/(?<=.):\*$/, ''));
  if (!address) return badAddress(text);
  return address.host === undefined
    ? `\`${text}\` is a port alone: an address is missing, such as \`*:${text}\`.`
    : undefined;
});

/** What ServerName takes (server/core.c, `server_hostname_port`; httpd-config 8.13). */
export const serverName = kindOf('server-name', (text) => {
  if (isPattern(text)) return `\`${text}\` is a pattern: patterns belong into \`ServerAlias\`.`;
  const [, port] = /^(?:.*?:\/\/)?[^:]*:(.*)$/s.exec(text) ?? [];
  if (port === undefined) return undefined;
  const number = Number(/^\s*([+-]?\d+)/.exec(port)?.[1] ?? 0);
  const isRefused = number < 1 || (number > 65_535 && number < 2 ** 31); // beyond, it depends on the machine
  return isRefused ? `The port of \`${text}\` is no number from 1 to 65535.` : undefined;
});

/** A name cannot hold a `/`, and what has a `:` in it is no name. Whether another name can be found nobody knows here. */
function isNoHost(host: string | undefined): boolean {
  return host !== undefined && (host.includes('/') || (host.includes(':') && !ipOf(host)));
}

function badAddress(text: string): string {
  return `\`${text}\` is no address: a port is a number from 1 to 65535, and only an IPv6 address stands in brackets.`;
}

function kindOf(id: string, faultOf: Fault): Kind {
  return wholeWord(id, 'host', (text) => {
    const message = faultOf(text);
    return message === undefined ? undefined : { code: 'address', message, why: 'httpd refuses the line.' };
  });
}
