import type { Span } from '../base/span.ts';
import { inRaw, nameIsHole, type Directive } from '../evaluation/directive.ts';
import { inFile, type Cursor } from './cursor.ts';

/** What a name takes the place of. */
export interface NameTarget {
  /** In offsets of the file. */
  readonly span: Span;
  /** Sections alone where a `<` is written, directives alone within quotes. */
  readonly wanted: 'all' | 'sections' | 'directives';
  /** Nothing stands behind it: a section can be written with all that belongs to it. */
  readonly alone: boolean;
}

/** On a line where nothing stands. */
export function emptyTarget(cursor: Cursor): NameTarget {
  const span = { start: cursor.inLine, end: cursor.inLine };
  return { span: inFile(cursor, span), wanted: 'all', alone: true };
}

/** The first word of a line, whose range in the `raw` is given; undefined where the name is not known. */
export function wordTarget(cursor: Cursor, directive: Directive, word: Span): NameTarget | undefined {
  if (nameIsHole(directive)) return undefined;
  const { raw } = directive.step.source;
  const first = raw[word.start];
  if (first === '"' || first === "'") {
    return { span: inFile(cursor, inRaw(directive.step, directive.name)), wanted: 'directives', alone: false };
  }
  const alone = /^\s*>?\s*$/.test(raw.slice(word.end));
  const span = inFile(cursor, alone ? withBracket(raw, word) : word);
  return { span, wanted: first === '<' ? 'sections' : 'all', alone };
}

/** The range with a `>` that follows it, so that there are not two of them afterwards. */
export function withBracket(raw: string, { start, end }: Span): Span {
  const bracket = /^[ \t]*>/.exec(raw.slice(end));
  return { start, end: end + (bracket?.[0].length ?? 0) };
}
