import type { Line } from './line.ts';
import { findOpen, hasTextBody, noOpenTags, popTags, pushTag, tagName, type Tag } from './tags.ts';

/** What a chunk alone says of its tags. */
export interface ChunkTags {
  /** Pairs within the chunk, by either line. */
  readonly own: ReadonlyMap<number, OwnPair>;
  /**
   * The other tags: their partners are in other chunks, or nowhere. In order, but each overtaken one where the tag stands
   * that overtakes it: which of several a later closing tag is for must not depend on where the chunks are cut.
   */
  readonly rest: readonly RestTag[];
}

export interface OwnPair {
  readonly partner: number;
  /** Of the closing tag: levels that it leaves. */
  readonly pops: number;
  /** Of the opening tag: the body is text, and holds a tag that has no partner in it. */
}

export interface RestTag extends Tag<number> {
  /** The line of the closing tag of an outer section that stands before any partner. */
  readonly overtaken?: number;
}

/**
 * Pairs the tags of a chunk as far as it can be told without the chunks around it: a closing tag that finds no open tag
 * of its name may belong to any before it, so nothing that stands before such a tag is paired with what stands behind.
 */
export function chunkTags(lines: readonly Line[]): ChunkTags {
  const own = new Map<number, OwnPair>();
  const rest: RestTag[] = [];
  let open = noOpenTags<number>();
  lines.forEach((line, id) => {
    if (line.form !== 'open' && line.form !== 'close') return;
    const tag = { id, name: tagName(line), open: line.form === 'open' };
    if (tag.open) {
      pushTag(open, tag, hasTextBody(tag.name));
      return;
    }
    const position = findOpen(open, tag.name);
    if (position === undefined) {
      rest.push(...open.stack.map((o) => o.tag), tag);
      open = noOpenTags();
      return;
    }
    const pops = open.stack.length - position;
    const [partner, ...overtaken] = popTags(open, position);
    if (!partner) return;
    own.set(partner.tag.id, { partner: id, pops: 0 });
    own.set(id, { partner: partner.tag.id, pops });
    if (!partner.wall) rest.push(...overtaken.map((o) => ({ ...o.tag, overtaken: id })));
  });
  rest.push(...open.stack.map((o) => o.tag));
  return { own, rest: rest.sort((a, b) => decidedAt(a) - decidedAt(b) || a.id - b.id) };
}

/** The line at which it is known that the chunk has no partner for a tag. */
function decidedAt({ id, overtaken }: RestTag): number {
  return overtaken ?? id;
}
