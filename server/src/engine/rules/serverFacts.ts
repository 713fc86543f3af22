import { sourceSpan } from '../base/mapped.ts';
import { isNear } from '../base/spelling.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Fact } from '../evaluation/finding.ts';
import type { Word } from '../kinds/word.ts';
import type { FactHere } from './rule.ts';

/** The address of a `Listen`. */
export const LISTEN = 'listen';
/** The tag of a virtual host; what belongs to it comes behind. */
export const VHOST = 'virtual-host';
export const VHOST_ADDRESS = 'virtual-host-address';
/** In a virtual host, or of the main server. */
export const SERVER_NAME = 'server-name';
export const SERVER_ALIAS = 'server-alias';
export const SERVER_PATH = 'server-path';

/** Kinds of all facts of `Listen`. */
export const LISTENS: readonly string[] = [LISTEN, unknown(LISTEN)];
/** Kinds of all facts of virtual hosts, and of the name of the main server. */
export const VHOST_FACTS: readonly string[] = [
  VHOST,
  VHOST_ADDRESS,
  unknown(VHOST_ADDRESS),
  SERVER_NAME,
  unknown(SERVER_NAME),
  SERVER_ALIAS,
  unknown(SERVER_ALIAS),
  SERVER_PATH,
];

/** Catalogue keys of the lines of which `vhostFacts` is made. */
export const VHOST_KEYS = ['<virtualhost', 'servername', 'serveralias', 'serverpath'] as const;

/** The kind of a fact that is there although its value is not known; its value is then what is written. */
export function unknown(kind: string): string {
  return `${kind}?`;
}

/** Whether the value of a fact is known. */
export function isKnown({ kind }: Fact): boolean {
  return !kind.endsWith('?');
}

/** What a `Listen` adds to the facts. One that httpd refuses is there, too: nobody is to be told that there is none. */
export function listenFacts({ step, name, words }: Directive): FactHere[] {
  const [address] = words;
  if (address && words.length <= 2) return [wordFact(LISTEN, address)];
  return [{ kind: unknown(LISTEN), value: '', span: inRaw(step, name) }];
}

/** What the tag of a virtual host and the names in it add, and those of the main server. */
export function vhostFacts({ step, key, name, words }: Directive): FactHere[] {
  const tag = { value: '', span: inRaw(step, name) };
  if (key === '<virtualhost') return [{ kind: VHOST, ...tag }, ...words.map((word) => wordFact(VHOST_ADDRESS, word))];
  if (step.place.container !== '' && !isInVhost(step)) return [];
  if (key === 'serverpath') return [{ kind: SERVER_PATH, ...tag }];
  if (key === 'serveralias') return words.map((word) => wordFact(SERVER_ALIAS, word));
  return words.slice(0, 1).map((word) => wordFact(SERVER_NAME, word));
}

/** What a mistyped name adds: that is the fault, and nothing else lacks because of it. */
export function mistypedFacts({ step, key, name, entry }: Directive): FactHere[] {
  if (entry) return [];
  const meant = isNear(key, 'listen') ? LISTEN : isNear(key, 'servername') ? SERVER_NAME : undefined;
  return meant === undefined ? [] : [{ kind: unknown(meant), value: '', span: inRaw(step, name) }];
}

/** All facts of a configuration, in the order of reading. */
export function wholeFacts({ judged }: Evaluation): Fact[] {
  return judged.flatMap(({ facts }) => facts);
}

/** Whether two facts come of the same line: a file may be read more than once. */
export function isSameLine(a: Pick<Fact, 'ref'>, b: Pick<Fact, 'ref'>): boolean {
  return a.ref.chunk === b.ref.chunk && a.ref.index === b.ref.index;
}

/** Virtual hosts do not nest, so what stands in one belongs to the one that began last. */
export function isInVhost({ place }: Pick<Fact, 'place'>): boolean {
  return place.container === '<virtualhost';
}

function wordFact(kind: string, { value, hole }: Word): FactHere {
  const span = sourceSpan(value, { start: 0, end: value.text.length });
  return { kind: hole ? unknown(kind) : kind, value: value.text, span };
}
