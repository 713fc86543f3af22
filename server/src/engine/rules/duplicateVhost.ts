import { isHostPattern, takesHost } from '../base/hostPattern.ts';
import { isWhole } from './listeners.ts';
import type { FoundAt, Rule } from './rule.ts';
import { isInVhost, isSameLine, SERVER_ALIAS, VHOST, VHOST_FACTS, VHOST_KEYS, vhostFacts } from './serverFacts.ts';
import { virtualHostsIn, type AddressHosts, type HostAt, type VirtualHost } from './virtualHosts.ts';

/** A virtual host that httpd never chooses, because others come first at each of its addresses (server/vhost.c). */
export const duplicateVhost: Rule = {
  code: 'duplicate-vhost',
  keys: VHOST_KEYS,
  facts: (directive) => vhostFacts(directive),
  needs: [VHOST],
  reads: VHOST_FACTS,
  whole: (facts, ask) => (isWhole(ask) ? neverChosen(virtualHostsIn(facts)) : []),
};

function neverChosen(table: readonly AddressHosts[]): FoundAt[] {
  const chosen = new Set<VirtualHost>();
  const before = new Map<VirtualHost, VirtualHost>();
  for (const { hosts } of table) {
    const taken: Taken = { names: new Map(), patterns: [], addresses: new Set() };
    for (const one of hosts) {
      const first = inFrontOf(one, taken);
      if (first) before.set(one.host, first);
      else chosen.add(one.host);
      take(one, taken);
    }
  }
  return [...before].filter(([host]) => !chosen.has(host)).flatMap(([host, first]) => unreachable(host, first));
}

/** What the hosts so far answer to at one address, in small letters. */
interface Taken {
  readonly names: Map<string, VirtualHost>;
  readonly patterns: { readonly pattern: string; readonly host: VirtualHost }[];
  /** Their addresses as they are written: a client may ask for one by that name. */
  readonly addresses: Set<string>;
}

/** The host that has the name of another at one address, where others have all of its names. */
function inFrontOf({ host, address }: HostAt, taken: Taken): VirtualHost | undefined {
  const { tag, name, aliases, isKnown, hasPath } = host;
  if (!isKnown || hasPath || tag.place.truth !== 'yes') return undefined;
  const names = [name.key ?? '', ...aliases.map(({ value }) => value.toLowerCase())];
  const takers = names.map((one) => takerOf(one, taken));
  const written = address.host.toLowerCase();
  const isAsked = !['*', '_default_'].includes(written) && !taken.addresses.has(written) && !takerOf(written, taken);
  return isAsked || takers.includes(undefined) ? undefined : takers[0];
}

function takerOf(name: string, { names, patterns }: Taken): VirtualHost | undefined {
  return names.get(name) ?? patterns.find(({ pattern }) => takesHost(pattern, name))?.host;
}

/** Takes down what a host surely answers to. */
function take({ host, address }: HostAt, { names, patterns, addresses }: Taken): void {
  if (host.tag.place.truth !== 'yes') return;
  const { name, aliases } = host;
  const sure = aliases.filter(({ kind, place }) => kind === SERVER_ALIAS && place.truth === 'yes');
  const all = [...(name.key === undefined ? [] : [name.key]), ...sure.map(({ value }) => value.toLowerCase())];
  for (const one of all) {
    if (isHostPattern(one)) patterns.push({ pattern: one, host });
    else if (!names.has(one)) names.set(one, host);
  }
  addresses.add(address.host.toLowerCase());
}

function unreachable({ tag, name: { fact } }: VirtualHost, first: VirtualHost): FoundAt[] {
  const own = fact && isInVhost(fact) ? fact : undefined;
  const { ref, place, span } = own ?? tag;
  // A file that is read twice is no fault of its lines.
  if (isSameLine(tag, first.tag)) return [];
  return [
    {
      ref,
      place,
      span,
      message: `This virtual host is never used: ${own ? 'others above it have all of its names' : 'it has no name of its own, and comes behind another'}.`,
      why: 'Of the virtual hosts at an address, httpd takes the first one that has the name that is asked for, and the first one of all where none has it.',
      related: [{ ref: first.tag.ref, span: first.tag.span, message: 'This one comes first.' }],
    },
  ];
}
