import { trimmedEnd } from '../base/blanks.ts';
import type { Edit } from '../base/span.ts';
import { indentation, type Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { beginningOf, contextComment, contextWords, rootComment } from './contextComment.ts';
import type { Context } from './settings.ts';

/** What a context comment is to say; what is not named stays, what is undefined goes. */
export interface ContextChange {
  readonly context?: Context | undefined;
  /** The path of the main configuration, from the folder of the file. */
  readonly root?: string | undefined;
}

/**
 * The edits, in offsets of the file, after which one context comment says so: the one that is there, else a new first
 * line. Words that say nothing are not kept; undefined where a path cannot be written there, because it holds a blank.
 */
export function contextCommentEdits(file: SourceFile, change: ContextChange): Edit[] | undefined {
  const { context, root } = { context: contextComment(file), root: rootComment(file), ...change };
  if (root !== undefined && /\s/.test(root)) return undefined;
  const words = [...(context ? [`context=${context}`] : []), ...(root === undefined ? [] : [`root=${root}`])];
  const comment = words.length > 0 ? `# htconf: ${words.join(' ')}` : undefined;
  const [first, ...others] = commentsOf(file);
  if (first) return [comment === undefined ? removal(first) : replacement(first, comment), ...others.map(removal)];
  return comment === undefined ? [] : [firstLine(file, comment)];
}

/** A context comment, and where it begins. */
interface PlacedComment {
  readonly line: Line;
  readonly start: number;
}

function commentsOf(file: SourceFile): PlacedComment[] {
  let offset = 0;
  return [...beginningOf(file)]
    .map((line) => {
      const start = offset;
      offset += line.raw.length;
      return { line, start };
    })
    .filter(({ line }) => contextWords(line.raw) !== undefined);
}

function removal({ line, start }: PlacedComment): Edit {
  return { span: { start, end: start + line.raw.length }, text: '' };
}

function replacement({ line, start }: PlacedComment, text: string): Edit {
  return { span: { start: start + indentation(line), end: start + trimmedEnd(line.raw) }, text };
}

/** Takes the place of a byte order mark, behind which httpd sees no comment. */
function firstLine({ chunks }: SourceFile, text: string): Edit {
  const { raw = '' } = chunks[0]?.lines[0] ?? {};
  const end = raw.startsWith('\ufeff') ? 1 : 0;
  return { span: { start: 0, end }, text: text + (raw.endsWith('\r\n') ? '\r\n' : '\n') };
}
