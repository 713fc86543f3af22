import { parseAddress, type Address } from '../base/address.ts';
import type { Ask } from '../base/ask.ts';
import { ipOf, isAny, type Ip } from '../base/ip.ts';
import type { Fact } from '../evaluation/finding.ts';
import { isLoose, KEYS, moduleKey } from '../kinds/world.ts';
import { MPMS } from './mpm.ts';
import { isKnown, LISTEN, LISTENS } from './serverFacts.ts';

/** A `Listen` whose address is known and has a port. */
export interface Listener {
  readonly fact: Fact;
  readonly address: Address & { readonly port: number };
  /** Absent for a name, and for a port alone or with `*`. */
  readonly ip?: Ip;
}

/** Those whose address is known, in the order of reading. One that httpd refuses for its address is not among them. */
export function listenersIn(facts: readonly Fact[]): Listener[] {
  return facts.filter(({ kind }) => kind === LISTEN).flatMap((fact) => listenerOf(fact) ?? []);
}

/** Whether every `Listen` is known. */
export function areAllKnown(facts: readonly Fact[]): boolean {
  return facts
    .filter(({ kind }) => LISTENS.includes(kind))
    .every((fact) => isKnown(fact) && listenerOf(fact) !== undefined);
}

/** Whether a listener takes connections for every address. */
export function isForAll({ address, ip }: Listener): boolean {
  return ip ? isAny(ip) : address.host === undefined;
}

/**
 * Whether all that makes this server is known: a main configuration that loads what takes the connections, and of which
 * every file was read, without modules that may add to it.
 */
export function isWhole(ask: Ask): boolean {
  const hasMpm = MPMS.some((identifier) => ask(moduleKey(identifier)) === 'yes');
  const unsure = [KEYS.open, KEYS.unknownModule, KEYS.modules, moduleKey('perl_module')];
  return !isLoose(ask) && hasMpm && unsure.every((key) => ask(key) === undefined);
}

function listenerOf(fact: Fact): Listener | undefined {
  const address = parseAddress(fact.value);
  if (address?.port === undefined) return undefined;
  const { host = '*', port } = address;
  if (host === '*') return { fact, address: { port } };
  const ip = ipOf(host);
  return { fact, address: { ...address, port }, ...(ip && { ip }) };
}

/** Of a listener that is surely read: the one above it with the very same address, if there is one. */
export interface Repeated {
  readonly listener: Listener;
  readonly first?: Listener;
}

/** httpd compares what is written: `80` and `*:80` are the same to it, `[::1]:80` and `[0::1]:80` are not (server/listen.c). */
export function repeatedListeners(facts: readonly Fact[]): Repeated[] {
  const firsts = new Map<string, Listener>();
  const sure = listenersIn(facts).filter(({ fact }) => fact.place.truth === 'yes');
  return sure.map((listener) => {
    const { host = '', zone = '', port } = listener.address;
    const key = [host, zone, port].join(' ');
    const first = firsts.get(key);
    if (!first) firsts.set(key, listener);
    return first ? { listener, first } : { listener };
  });
}
