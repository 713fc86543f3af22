import { parseAddress } from '../base/address.ts';
import { ipOf, isAny, type Ip } from '../base/ip.ts';
import type { Fact } from '../evaluation/finding.ts';
import {
  isInVhost,
  isKnown,
  SERVER_ALIAS,
  SERVER_NAME,
  SERVER_PATH,
  unknown,
  VHOST,
  VHOST_ADDRESS,
} from './serverFacts.ts';

/** One address of a virtual host. */
export interface HostAddress {
  readonly fact: Fact;
  /** As it is written, without brackets and port. */
  readonly host: string;
  /** Absent for a name, and for all addresses. */
  readonly ip?: Ip;
  readonly zone?: string;
  readonly isForAll: boolean;
  /** 0 for every port. */
  readonly port: number;
}

/** A virtual host, as httpd takes it down. */
export interface VirtualHost {
  readonly tag: Fact;
  /** Those that are known. */
  readonly addresses: readonly HostAddress[];
  readonly name: HostName;
  readonly aliases: readonly Fact[];
  readonly hasPath: boolean;
  /** Whether all of its addresses and names are known. */
  readonly isKnown: boolean;
}

/** What a host is called. */
export interface HostName {
  /** Where the configuration says it. */
  readonly text?: string;
  /** Equal for equal names, also where httpd asks the system for them; absent where nobody knows what it will be. */
  readonly key?: string;
  /** The line that says it. */
  readonly fact?: Fact;
  /** The address whose name the system knows; absent where it is that of the machine. */
  readonly of?: string;
}

/** A virtual host at one of its addresses. */
export interface HostAt {
  readonly host: VirtualHost;
  readonly address: HostAddress;
}

/** What httpd looks up when a connection comes: the hosts of one address and port, the default one first. */
export interface AddressHosts {
  /** `*:80`, `10.0.0.1:*`, `[::1]:443` */
  readonly label: string;
  /** In the order of the configuration. A host that has the address twice is there twice. */
  readonly hosts: readonly HostAt[];
}

/**
 * The virtual hosts of a configuration by their addresses, in the order in which httpd lists them (server/vhost.c):
 * single addresses, then names of which only the system knows the addresses, then all addresses.
 */
export function virtualHostsIn(facts: readonly Fact[]): AddressHosts[] {
  const found = new Map<string, HostAt[]>();
  for (const host of hostsIn(facts).reverse()) {
    host.addresses.forEach((address, at) => {
      if (isRepeatedForAll(address, host.addresses[at - 1])) return;
      const label = labelOf(address);
      const hosts = found.get(label);
      if (hosts) hosts.push({ host, address });
      else found.set(label, [{ host, address }]);
    });
  }
  const all = [...found].reverse().map(([label, hosts]) => ({ label, hosts: hosts.reverse() }));
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Of several that stand for all addresses only the first counts, where they follow each other. */
function isRepeatedForAll(address: HostAddress, before: HostAddress | undefined): boolean {
  return address.isForAll && before?.isForAll === true && before.port === address.port;
}

function labelOf({ host, ip, zone, isForAll, port }: HostAddress): string {
  const number = port === 0 ? '*' : String(port);
  if (isForAll) return `*:${number}`;
  if (ip?.family !== 6) return `${ip?.text ?? host.toLowerCase()}:${number}`;
  return `[${ip.text}${zone === undefined ? '' : `%${zone}`}]:${number}`;
}

/** httpd keeps single addresses in 256 lists, by their last four bytes. */
function rank({ hosts }: AddressHosts): number {
  const address = hosts[0]?.address;
  if (address?.isForAll) return 257;
  return address?.ip ? address.ip.bytes.slice(-4).reduce((sum, byte) => sum ^ byte, 0) : 256;
}

/** What stands in one virtual host, and what the main server has said of its port so far. */
interface Draft {
  readonly tag: Fact;
  readonly mainPort: number | undefined;
  readonly addresses: Fact[];
  readonly names: Fact[];
  readonly aliases: Fact[];
  hasPath: boolean;
}

function hostsIn(facts: readonly Fact[]): VirtualHost[] {
  const drafts: Draft[] = [];
  const main: Fact[] = [];
  for (const fact of facts) {
    const draft = drafts.at(-1);
    if (fact.kind === VHOST) drafts.push(draftOf(fact, main));
    else if (isOf(SERVER_NAME, fact) && !isInVhost(fact)) main.push(fact);
    else if (draft) take(draft, fact);
  }
  const mainName = mainNameOf(main);
  return drafts.map((draft) => hostOf(draft, mainName));
}

function draftOf(tag: Fact, main: readonly Fact[]): Draft {
  return { tag, mainPort: portOf(main.at(-1)), addresses: [], names: [], aliases: [], hasPath: false };
}

function portOf(mainName: Fact | undefined): number | undefined {
  if (!mainName) return 0;
  return isSure(mainName) ? serverName(mainName.value).port : undefined;
}

function take(draft: Draft, fact: Fact): void {
  if (isOf(VHOST_ADDRESS, fact)) draft.addresses.push(fact);
  else if (!isInVhost(fact)) return;
  else if (isOf(SERVER_NAME, fact)) draft.names.push(fact);
  else if (isOf(SERVER_ALIAS, fact)) draft.aliases.push(fact);
  else if (fact.kind === SERVER_PATH) draft.hasPath = true;
}

function isOf(kind: string, fact: Fact): boolean {
  return fact.kind === kind || fact.kind === unknown(kind);
}

/** Known, and surely read. */
function isSure(fact: Fact): boolean {
  return isKnown(fact) && fact.place.truth === 'yes';
}

/** `[scheme://]host[:port]`; without a port it is 0. */
function serverName(text: string): { host: string; port: number } {
  const scheme = text.indexOf('://');
  const [host = '', port = '0'] = text.slice(scheme < 0 ? 0 : scheme + 3).split(':');
  return { host, port: Number.parseInt(port, 10) || 0 };
}

/** The last line counts. Without one httpd asks for the name of the machine. */
function mainNameOf(names: readonly Fact[]): HostName {
  const last = names.at(-1);
  return last ? nameOf(last) : { key: '\0machine' };
}

function nameOf(fact: Fact): HostName {
  const { host } = serverName(fact.value);
  return { text: host, fact, ...(isSure(fact) && { key: host.toLowerCase() }) };
}

function hostOf({ tag, mainPort, addresses, names, aliases, hasPath }: Draft, main: HostName): VirtualHost {
  const known = addresses.flatMap((fact) => addressOf(fact, mainPort) ?? []);
  const name = nameIn(tag, names, known, main);
  const areKnown = known.length === addresses.length && name.key !== undefined && aliases.every(isKnown);
  return { tag, addresses: known, name, aliases, hasPath, isKnown: areKnown };
}

/**
 * Its own last `ServerName`, else that of the main server where it is there for all addresses, else what the system
 * calls its first address.
 */
function nameIn(tag: Fact, names: readonly Fact[], addresses: readonly HostAddress[], main: HostName): HostName {
  const last = names.at(-1);
  if (last) return nameOf(last);
  if (addresses.some(({ isForAll }) => isForAll)) return main;
  const of = addresses[0]?.ip?.text ?? addresses[0]?.host;
  return of === undefined ? {} : { key: `\0${of}`, of };
}

/**
 * Undefined where it is not known, where httpd refuses it, and where it passes over it because there can be no such name.
 * Without a port it has that of the main server.
 */
function addressOf(fact: Fact, mainPort: number | undefined): HostAddress | undefined {
  const port = portIn(fact.value) ?? mainPort;
  const address = isKnown(fact) ? parseAddress(fact.value.replace(/:\*$/, '')) : undefined;
  if (address?.host === undefined || port === undefined) return undefined;
  const { host, zone } = address;
  const ip = ipOf(host);
  const isForAll = ip ? isAny(ip) : /^(\*|_default_)$/i.test(host);
  if (!ip && !isForAll && /[*:]/.test(host)) return undefined;
  return { fact, host, isForAll, port, ...(ip && { ip }), ...(zone !== undefined && { zone }) };
}

/** 0 for `*` alone and behind `:*`; undefined where there is none. */
function portIn(text: string): number | undefined {
  return text === '*' || text.endsWith(':*') ? 0 : parseAddress(text)?.port;
}
