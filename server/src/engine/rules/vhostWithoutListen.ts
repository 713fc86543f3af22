import type { Fact } from '../evaluation/finding.ts';
import { KEYS } from '../kinds/world.ts';
import { insertLineBefore } from './edits.ts';
import { areAllKnown, isForAll, isWhole, listenersIn, type Listener } from './listeners.ts';
import type { Fix, FixContext, FoundAt, Rule } from './rule.ts';
import { isSameLine, LISTENS, VHOST, VHOST_FACTS, wholeFacts } from './serverFacts.ts';
import { virtualHostsIn, type AddressHosts } from './virtualHosts.ts';

/** An address of a virtual host at which the server does not listen. */
export const vhostWithoutListen: Rule = {
  code: 'vhost-without-listen',
  needs: [VHOST],
  reads: [...VHOST_FACTS, ...LISTENS],
  // With a file that is not enabled, a module may be enabled that has the port.
  whole: (facts, ask) => (isWhole(ask) && !ask(KEYS.enabling) ? silent(facts).map(unused) : []),
  fixes: (context) => addListen(context),
};

/** An address with its hosts, and the listeners of that port. */
interface Silent {
  readonly at: AddressHosts['hosts'][number];
  readonly label: string;
  readonly samePort: readonly Listener[];
}

/** A listener that is read only perhaps, or whose name may stand for any address, may serve a host. */
function silent(facts: readonly Fact[]): Silent[] {
  const listeners = listenersIn(facts);
  if (listeners.length === 0 || !areAllKnown(facts)) return [];
  return virtualHostsIn(facts).flatMap(({ label, hosts }) => {
    const port = hosts[0]?.address.port ?? 0;
    const samePort = listeners.filter(({ address }) => port === 0 || address.port === port);
    const dead = hosts.filter(({ address }) => !samePort.some((listener) => serves(listener, address)));
    return dead.map((at) => ({ at, label, samePort }));
  });
}

function serves(
  listener: Listener,
  { ip, isForAll: isForAllHosts }: AddressHosts['hosts'][number]['address'],
): boolean {
  return isForAllHosts || isForAll(listener) || !ip || !listener.ip || ip.text === listener.ip.text;
}

function unused({ at: { address }, label, samePort }: Silent): FoundAt {
  const { ref, place, span } = address.fact;
  const what = samePort.length > 0 || address.port === 0 ? 'this address' : `port ${String(address.port)}`;
  return {
    ref,
    place,
    span,
    message: `No connection comes to this virtual host at \`${label}\`: there is no \`Listen\` for ${what}.`,
    why: 'httpd reads the virtual host, and listens only where a `Listen` says so.',
  };
}

function addListen({ evaluation, file, step, span }: FixContext): Fix[] {
  const one = silent(wholeFacts(evaluation)).find(
    ({ at: { address } }) => isSameLine(address.fact, step) && address.fact.span.start === span.start,
  );
  if (!one || one.at.address.port === 0 || step.line.key !== '<virtualhost') return [];
  const line = `Listen ${one.samePort.length > 0 ? one.label : String(one.at.address.port)}`;
  const edits = [insertLineBefore(file, step.ref, line, step.ref)];
  return [{ title: `Add \`${line}\` above`, safe: false, preferred: true, edits }];
}
