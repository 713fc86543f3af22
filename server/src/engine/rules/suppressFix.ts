import type { Edit, Span } from '../base/span.ts';
import type { Finding } from '../evaluation/finding.ts';
import type { LineRef } from '../syntax/chunk.ts';
import type { Line } from '../syntax/line.ts';
import { lineBefore, lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { insertLineBefore } from './edits.ts';
import { suppressComment } from './suppress.ts';

/** A comment that suppresses a finding. */
export interface SuppressFix {
  readonly title: string;
  /** In offsets of the file. */
  readonly edit: Edit;
  /** Where in the text of the edit the reason stands that a person has to write; absent where a comment was there already. */
  readonly reason?: Span;
}

/** What stands where the reason is to be. */
const REASON = 'reason';

/** A block that is not read is no fault, and what is said of suppress comments is said of no other. */
const NEVER = /^(dead-branch|suppress-.*)$/;

/** The comment in the line above, which says the code too if it is there already; undefined where nothing can be suppressed. */
export function suppressFix(file: SourceFile, { code, ref }: Finding): SuppressFix | undefined {
  if (NEVER.test(code)) return undefined;
  const title = `Suppress ${code} in this line`;
  const above = commentAbove(file, ref);
  if (above) return { title, edit: { span: above, text: `, ${code}` } };
  const { span, text } = insertLineBefore(file, ref, `# htconf-ignore-next-line ${code}: ${REASON}`, ref);
  const start = text.lastIndexOf(REASON);
  return { title, edit: { span, text }, reason: { start, end: start + REASON.length } };
}

/** The end of the codes in the nearest comment above that is about this line. */
function commentAbove(file: SourceFile, ref: LineRef): Span | undefined {
  for (let at = lineBefore(file, ref); at && lineOf(at).form === 'comment'; at = lineBefore(file, at)) {
    const comment = suppressComment(lineOf(at).raw);
    if (comment?.scope !== 'next-line' || comment.codes.trim() === '') continue;
    const end = (lineOffset(file, at) ?? 0) + comment.at + comment.codes.trimEnd().length;
    return { start: end, end };
  }
  return undefined;
}

function lineOf({ chunk, index }: LineRef): Line {
  return chunk.lines[index] as Line;
}
