import { trimmedEnd } from '../base/blanks.ts';
import type { Span } from '../base/span.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { indentation } from '../syntax/line.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import type { FixContext, FixEdit } from './rule.ts';

/** Replaces a range of the `raw` of the line that a finding is on. */
export function replaceInLine({ file, step }: FixContext, span: Span, text: string): FixEdit {
  const start = lineOffset(file, step.ref) ?? 0;
  return { span: { start: start + span.start, end: start + span.end }, text };
}

/**
 * Takes a range of the line that a finding is on away, and the blanks in front of it. None where a `\` would then be the
 * last of the line: it would join the next line to this one.
 */
export function removeInLine(context: FixContext, { start, end }: Span): FixEdit | undefined {
  const { raw } = context.step.source;
  const before = raw.slice(0, trimmedEnd(raw.slice(0, start)));
  if (before.endsWith('\\') && raw.slice(end).trim() === '') return undefined;
  return replaceInLine(context, { start: before.length, end }, '');
}

/** Takes the whole line of a finding away. */
export function removeLine(context: FixContext): FixEdit {
  return replaceInLine(context, { start: 0, end: context.step.source.raw.length }, '');
}

/** Puts a line in front of another; it is indented as `like` is. */
export function insertLineBefore(file: SourceFile, at: LineRef, text: string, like: LineRef): FixEdit {
  const start = lineOffset(file, at) ?? 0;
  return { span: { start, end: start }, text: `${indentOf(like)}${text}${lineEnd(file, at)}` };
}

/** Puts a line at the end of the file. */
export function appendLine(file: SourceFile, text: string, like: LineRef): FixEdit {
  const end = file.offsets.at(-1) ?? 0;
  const last = file.chunks.at(-1)?.lines.at(-1);
  const eol = lineEnd(file, like);
  const before = last?.raw.endsWith('\n') === false ? eol : '';
  return { span: { start: end, end }, text: `${before}${indentOf(like)}${text}${eol}` };
}

function indentOf({ chunk, index }: LineRef): string {
  const line = chunk.lines[index];
  return line ? line.raw.slice(0, indentation(line)) : '';
}

/** The line end that a line has, so that new ones look like those around them; a last line without has that of the first. */
export function lineEnd(file: SourceFile, { chunk, index }: LineRef): string {
  const ended = [chunk.lines[index], file.chunks[0]?.lines[0]].find((line) => line?.raw.endsWith('\n'));
  return ended?.raw.endsWith('\r\n') ? '\r\n' : '\n';
}
