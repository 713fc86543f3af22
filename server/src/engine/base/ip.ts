/** An address in numbers; equal ones have equal texts. */
export interface Ip {
  readonly family: 4 | 6;
  /** Four or sixteen. */
  readonly bytes: readonly number[];
  /** As a system writes it: `10.0.0.1`, `2001:db8::1`. */
  readonly text: string;
}

/**
 * The address that a host is written as; undefined for a name. An IPv4 address in the form of IPv6 (`::ffff:10.0.0.1`)
 * is that IPv4 address, and short forms of IPv4 (`10.1`) count as names, since not every system takes them.
 */
export function ipOf(host: string): Ip | undefined {
  const four = fourBytes(host);
  if (four) return ip4(four);
  const groups = groupsOf(host);
  if (!groups) return undefined;
  const bytes = groups.flatMap((group) => [group >> 8, group & 255]);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? ip4(bytes.slice(12)) : { family: 6, bytes, text: shortest(groups) };
}

/** `0.0.0.0` and `::`, which stand for every address. */
export function isAny({ bytes }: Ip): boolean {
  return bytes.every((byte) => byte === 0);
}

function ip4(bytes: readonly number[]): Ip {
  return { family: 4, bytes, text: bytes.join('.') };
}

const BYTE = /^(0|[1-9]\d{0,2})$/;

function fourBytes(host: string): number[] | undefined {
  const parts = host.split('.');
  const bytes = parts.map(Number);
  const isWhole = parts.length === 4 && parts.every((part) => BYTE.test(part)) && bytes.every((byte) => byte < 256);
  return isWhole ? bytes : undefined;
}

/** The eight groups of an IPv6 address; `::` stands for as many zeros as there is room for, and at least for one. */
function groupsOf(host: string): number[] | undefined {
  const [before = '', behind, more] = host.split('::');
  const head = listOf(before, behind === undefined);
  if (!head || more !== undefined) return undefined;
  if (behind === undefined) return head.length === 8 ? head : undefined;
  const tail = listOf(behind, true);
  if (!tail || head.length + tail.length > 7) return undefined;
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

/** Groups with `:` between them; at the very end an IPv4 address may stand for two. */
function listOf(text: string, isEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const four = isEnd ? fourBytes(parts.at(-1) ?? '') : undefined;
  const groups = (four ? parts.slice(0, -1) : parts).map((part) =>
    /^[\da-f]{1,4}$/i.test(part) ? Number.parseInt(part, 16) : undefined,
  );
  const known = groups.filter((group) => group !== undefined);
  if (known.length < groups.length) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = four ?? [];
  return four ? [...known, a * 256 + b, c * 256 + d] : known;
}

/** The first of the longest runs of zeros, two at least, is `::`. */
function shortest(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const runs = [...text.matchAll(/(?<![\da-f])0(?::0)+(?![\da-f])/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return text;
  const at = text.search(new RegExp(`(?<![\\da-f])${longest}(?![\\da-f])`));
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}
