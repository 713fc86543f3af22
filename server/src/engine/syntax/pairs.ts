import { isNear } from '../base/spelling.ts';
import type { Chunk, LineRef } from './chunk.ts';
import type { ChunkTags, RestTag } from './chunkTags.ts';
import {
  findOpen,
  hasTextBody,
  noOpenTags,
  popTags,
  pushTag,
  runsToEnd,
  type OpenTag,
  type OpenTags,
  type Tag,
} from './tags.ts';

/**
 * What becomes of a tag. `exact`: its partner has its name; `near`: nearly its name; `mismatched`: another name, and
 * neither has a better partner; `crossed`: the partner stands behind the end of an outer section; `overtaken`: no
 * partner before the end of an outer section; `none`: no partner at all.
 */
export type PairKind = 'exact' | 'near' | 'mismatched' | 'crossed' | 'overtaken' | 'none';

export interface Pairing {
  readonly kind: PairKind;
  readonly partner?: LineRef;
  /** Of an overtaken tag: the end of the outer section. */
  readonly overtaker?: LineRef;
  /** Name of the partner. */
  readonly partnerName?: string;
  /** For a closing tag: levels that it leaves; those of tags without partner between them count. */
  readonly pops: number;
  /** Of the opening tag of a section whose body is text: that holds a tag without partner in it. */
  readonly ragged?: boolean;
}

/** The forgiving partners of the tags of one chunk. The only pairing there is; never a verdict. */
export interface ChunkPairs {
  readonly tags: ChunkTags;
  readonly outer: ReadonlyMap<number, Pairing>;
  /** Closing tags that stand before the end of a section that begins inside their own, with the name of that section. */
  readonly crosses: ReadonlyMap<number, string>;
  /** Equal for two chunks with equal tags when all that reading sees of the partners outside is equal. */
  readonly signature: string;
}

const ALONE: Pairing = { kind: 'none', pops: 0 };

/** The partner of the tag on line `index` of a chunk. */
export function pairingOf(pairs: ChunkPairs, chunk: Chunk, index: number): Pairing {
  const own = pairs.tags.own.get(index);
  if (!own) return pairs.outer.get(index) ?? ALONE;
  return { kind: 'exact', partner: { chunk, index: own.partner }, pops: own.pops };
}

/** An opening tag has an end, whatever it is called and wherever it stands. */
export function isClosed(pairing: Pairing): boolean {
  return pairing.kind !== 'none' && pairing.kind !== 'overtaken';
}

type FileTag = Tag<Place> & { readonly overtaken?: Place };

/** Number of the chunk and of the line in it. */
interface Place {
  readonly chunk: number;
  readonly index: number;
}

/** The pairs of all chunks of a file, from what each chunk leaves over. */
export function pairsOf(chunks: readonly Chunk[]): ChunkPairs[] {
  const tags = chunks.flatMap((chunk, number) => chunk.tags.rest.map((tag) => fileTag(tag, number)));
  const found = matched(tags);
  const outer = chunks.map(() => new Map<number, Pairing>());
  const crosses = chunks.map(() => new Map<number, string>());
  for (const tag of tags) outer[tag.id.chunk]?.set(tag.id.index, pairing(tag, found, chunks));
  for (const { by, name } of found.crossings) crosses[by.chunk]?.set(by.index, name);
  return chunks.map((chunk, number) => chunkPairs(chunk, outer[number] ?? new Map(), crosses[number] ?? new Map()));
}

function chunkPairs(
  chunk: Chunk,
  outer: ReadonlyMap<number, Pairing>,
  crosses: ReadonlyMap<number, string>,
): ChunkPairs {
  const partners = [...outer].map(([index, p]) => [index, p.kind, p.partnerName ?? '', p.pops].join(','));
  return { tags: chunk.tags, outer, crosses, signature: [...partners, ...crosses].join(' ') };
}

function fileTag(tag: RestTag, chunk: number): FileTag {
  const { name, open, overtaken } = tag;
  const id = { chunk, index: tag.id };
  return overtaken === undefined ? { id, name, open } : { id, name, open, overtaken: { chunk, index: overtaken } };
}

/** Every pair under both of its tags. */
interface Matches {
  readonly partners: Map<Place, Match>;
  readonly pops: Map<Place, number>;
  readonly crossings: Crossing[];
  /** With the closing tag that does it. */
  readonly overtaken: Map<Place, Place>;
}

/** A closing tag that ends its section before the one named `name`, which began inside it. */
interface Crossing {
  readonly by: Place;
  readonly name: string;
}

interface Match {
  readonly kind: PairKind;
  readonly partner: FileTag;
}

function pairing(tag: FileTag, found: Matches, chunks: readonly Chunk[]): Pairing {
  const match = found.partners.get(tag.id);
  const pops = found.pops.get(tag.id) ?? 0;
  const overtaker = found.overtaken.get(tag.id);
  if (!match)
    return overtaker ? { kind: 'overtaken', pops, overtaker: lineAt(overtaker, chunks) } : { kind: 'none', pops };
  return {
    kind: match.kind,
    partner: lineAt(match.partner.id, chunks),
    partnerName: match.partner.name,
    pops,
  };
}

function lineAt({ chunk, index }: Place, chunks: readonly Chunk[]): LineRef {
  return { chunk: chunks[chunk] as Chunk, index };
}

/** A section with a text body that is never closed hides nothing: then all is matched once more without it. */
function matched(tags: readonly FileTag[]): Matches {
  const open = new Set<Place>();
  const first = matchAll(tags, open);
  for (const tag of tags)
    if (tag.open && hasTextBody(tag.name) && !runsToEnd(tag.name) && !first.partners.has(tag.id)) open.add(tag.id);
  const result = open.size === 0 ? first : matchAll(tags, open);
  countPops(tags, result);
  return result;
}

/** The fold over the tags of a file. */
interface Matching extends Matches {
  readonly open: OpenTags<Place>;
  /** Tags that the end of an outer section has overtaken, by name, with the tag that did it. */
  readonly waiting: Map<string, { tag: FileTag; by: Place }[]>;
}

function matchAll(tags: readonly FileTag[], noWalls: ReadonlySet<Place>): Matches {
  const matching: Matching = {
    partners: new Map(),
    pops: new Map(),
    crossings: [],
    open: noOpenTags(),
    overtaken: new Map(),
    waiting: new Map(),
  };
  for (const tag of tags) {
    if (tag.overtaken) overtake(matching, tag, tag.overtaken);
    else if (tag.open) pushTag(matching.open, tag, hasTextBody(tag.name) && !noWalls.has(tag.id));
    else closeTag(matching, tag);
  }
  for (const open of matching.open.stack) takeClaim(matching, open);
  return matching;
}

function closeTag(matching: Matching, tag: FileTag): void {
  const { open } = matching;
  const position = findOpen(open, tag.name);
  const top = open.stack.at(-1);
  if (position !== undefined) closeAt(matching, tag, position, 'exact');
  else if (top && isNear(tag.name, top.tag.name)) closeAt(matching, tag, open.stack.length - 1, 'near');
  else if (!closeCrossed(matching, tag)) leaveOver(matching, tag);
}

/** A closing tag without partner; the innermost open tag may be given it, should it find no other. */
function leaveOver({ open }: Matching, tag: FileTag): void {
  const top = open.stack.at(-1);
  if (top && !top.wall) top.claimed ??= tag;
}

function closeAt(matching: Matching, tag: FileTag, position: number, kind: PairKind): void {
  const [partner, ...overtaken] = popTags(matching.open, position);
  if (!partner) return;
  match(matching, partner.tag, tag, kind);
  if (partner.wall) return;
  for (const open of overtaken) if (!takeClaim(matching, open)) overtake(matching, open.tag, tag.id);
}

function match(matching: Matches, a: FileTag, b: FileTag, kind: PairKind): void {
  matching.partners.set(a.id, { kind, partner: b });
  matching.partners.set(b.id, { kind, partner: a });
}

function takeClaim(matching: Matching, { tag, claimed }: OpenTag<Place>): boolean {
  if (!claimed) return false;
  match(matching, tag, claimed, 'mismatched');
  return true;
}

function overtake(matching: Matching, tag: FileTag, by: Place): void {
  matching.overtaken.set(tag.id, by);
  const same = matching.waiting.get(tag.name);
  if (same) same.push({ tag, by });
  else matching.waiting.set(tag.name, [{ tag, by }]);
}

function closeCrossed(matching: Matching, tag: FileTag): boolean {
  const crossed = matching.waiting.get(tag.name)?.pop();
  if (!crossed) return false;
  match(matching, crossed.tag, tag, 'crossed');
  matching.crossings.push({ by: crossed.by, name: tag.name });
  return true;
}

/** Counts the levels that each closing tag leaves, now that every pair is known. */
function countPops(tags: readonly FileTag[], found: Matches): void {
  const depth = new Map<Place, number>();
  const stack: Place[] = [];
  for (const tag of tags) {
    if (tag.open) {
      if (!tag.overtaken) depth.set(tag.id, stack.push(tag.id) - 1);
      continue;
    }
    const partner = found.partners.get(tag.id)?.partner;
    const position = partner && depth.get(partner.id);
    if (position === undefined || stack[position] !== partner?.id) continue;
    found.pops.set(tag.id, stack.length - position);
    stack.length = position;
  }
}
