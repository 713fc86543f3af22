import type { Ask } from '../base/ask.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { KEYS } from '../kinds/world.ts';
import { removeLine } from './edits.ts';
import { isForAll, repeatedListeners, type Listener } from './listeners.ts';
import type { FoundAt, Rule } from './rule.ts';
import { LISTEN } from './serverFacts.ts';

/** `ListenCoresBucketsRatio`, with which several sockets may have the same address (server/listen.c). */
const SHARED = 'shared-ports';

/** Two `Listen` of which the system does not give httpd the second (httpd-config 9). */
export const overlappingListen: Rule = {
  code: 'overlapping-listen',
  keys: ['listencoresbucketsratio'],
  facts: ({ step, name }) => [{ kind: SHARED, value: '', span: inRaw(step, name) }],
  needs: [LISTEN],
  reads: [SHARED],
  whole: (facts, ask) => (isOneEach(facts, ask) ? overlaps(facts) : []),
  fixes: (context) => [{ title: 'Remove the line', safe: false, preferred: false, edits: [removeLine(context)] }],
};

/** What a listener takes: all addresses, all of IPv4 or IPv6, or one of them. */
type Reach = 'all' | 'all 4' | 'all 6' | 'one 4' | 'one 6';

/** What cannot be had behind what else, as Linux has it: a socket for all of IPv6 takes IPv4, too. */
const CLASHES: ReadonlySet<string> = new Set([
  'one 4, all',
  'one 4, all 4',
  'one 4, all 6',
  'all, one 4',
  'all 4, one 4',
  'all 6, one 4',
]);

/**
 * The same, where no third line is about the port. httpd leaves out, or puts in another order, some that stand for all
 * addresses (server/listen.c), so that one line more may make these start.
 */
const CLASHES_OF_TWO: ReadonlySet<string> = new Set([
  'all 4, all',
  'all, all 6',
  'all, one 6',
  'all 6, one 6',
  'one 6, all 6',
]);

/** Other systems than Linux give an address of its own beside one for all. */
function isOneEach(facts: readonly Fact[], ask: Ask): boolean {
  const build = ask(KEYS.build);
  return build !== 'windows' && build !== 'homebrew' && !facts.some(({ kind }) => kind === SHARED);
}

function overlaps(facts: readonly Fact[]): FoundAt[] {
  const ports = new Map<number, Listener[]>();
  for (const { listener, first } of repeatedListeners(facts)) {
    const { port } = listener.address;
    if (!first) ports.set(port, [...(ports.get(port) ?? []), listener]);
  }
  return [...ports.values()].flatMap(refusedOf);
}

/** httpd stops at the first that it cannot have; what is said of the others is what is left when that is gone. */
function refusedOf(listeners: readonly Listener[]): FoundAt[] {
  const open: Listener[] = [];
  return listeners.flatMap((listener) => {
    const other = open.find((one) => clash(one, listener, listeners.length === 2));
    if (other) return refused(listener.fact, other.fact);
    open.push(listener);
    return [];
  });
}

function clash(first: Listener, second: Listener, areAlone: boolean): boolean {
  const reaches = [reachOf(first), reachOf(second)];
  if (reaches.includes(undefined)) return false;
  if (isSameIp(first, second)) return true;
  const both = reaches.join(', ');
  return CLASHES.has(both) || (areAlone && CLASHES_OF_TWO.has(both));
}

/** `[::1]` and `[0::1]`: httpd takes them for two, the system does not. */
function isSameIp(first: Listener, second: Listener): boolean {
  if (isForAll(first) || first.ip?.text !== second.ip?.text) return false;
  return first.address.zone === second.address.zone;
}

/** Undefined for a name: what it stands for is not known. */
function reachOf(listener: Listener): Reach | undefined {
  const { ip } = listener;
  if (!ip) return isForAll(listener) ? 'all' : undefined;
  return `${isForAll(listener) ? 'all' : 'one'} ${ip.family}`;
}

function refused({ ref, place, span, value }: Fact, other: Fact): FoundAt {
  return {
    ref,
    place,
    span,
    message: `\`Listen ${other.value}\` has the address \`${value}\` already.`,
    why: 'Without an address, `Listen` takes every address of the machine, and the system gives each of them only once. httpd stops where it cannot have one.',
    related: [{ ref: other.ref, span: other.span, message: 'This one comes first.' }],
  };
}
