import type { Line } from './line.ts';

/** An opening or closing tag in a row of tags. */
export interface Tag<Id> {
  readonly id: Id;
  /** Lower-case name of the section, without brackets. */
  readonly name: string;
  readonly open: boolean;
}

/**
 * Sections whose body is text: httpd does not read its lines where they stand (httpd-config 2.1). `Perl` is
 * mod_perl's.
 */
export function hasTextBody(name: string): boolean {
  return name === 'macro' || name === 'perl' || name.startsWith('lua');
}

/** The name by which a tag finds its partner: `<Directory/tmp>` is meant to be a `Directory`. */
export function tagName(line: Line): string {
  const name = line.key.slice(line.form === 'close' ? 2 : 1);
  return /^([a-z]+)\/[^>]*$/.exec(name)?.[1] ?? name;
}

/** A body that goes on to the end of the file where it is not closed: httpd hands the rest to Lua. */
export function runsToEnd(name: string): boolean {
  return name.startsWith('lua');
}

/** The open tags at some point; every step costs the same however many there are. */
export interface OpenTags<Id> {
  readonly stack: OpenTag<Id>[];
  /** Positions in the stack by name. */
  readonly byName: Map<string, number[]>;
  /** Positions of tags whose body is text: no closing tag but their own looks past them. */
  readonly walls: number[];
}

export interface OpenTag<Id> {
  readonly tag: Tag<Id>;
  readonly wall: boolean;
  /** The first closing tag of another name that was met while this one was the innermost. */
  claimed?: Tag<Id>;
}

export function noOpenTags<Id>(): OpenTags<Id> {
  return { stack: [], byName: new Map(), walls: [] };
}

export function pushTag<Id>(open: OpenTags<Id>, tag: Tag<Id>, wall: boolean): void {
  const position = open.stack.length;
  open.stack.push({ tag, wall });
  if (wall) open.walls.push(position);
  const same = open.byName.get(tag.name);
  if (same) same.push(position);
  else open.byName.set(tag.name, [position]);
}

/** Position of the innermost open tag of that name that a closing tag can reach. */
export function findOpen<Id>(open: OpenTags<Id>, name: string): number | undefined {
  const position = open.byName.get(name)?.at(-1);
  return position === undefined || position < (open.walls.at(-1) ?? 0) ? undefined : position;
}

/** Takes the open tags from `position` on, outermost first. */
export function popTags<Id>(open: OpenTags<Id>, position: number): OpenTag<Id>[] {
  const popped = open.stack.splice(position);
  for (const { tag } of popped) open.byName.get(tag.name)?.pop();
  while ((open.walls.at(-1) ?? -1) >= position) open.walls.pop();
  return popped;
}
