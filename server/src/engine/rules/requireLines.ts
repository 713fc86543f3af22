import type { LineRef } from '../syntax/chunk.ts';
import { enclosingTags } from '../syntax/enclosing.ts';
import { textOf } from '../syntax/line.ts';
import { lineAfter, lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { appendLine, insertLineBefore } from './edits.ts';
import type { Fix } from './rule.ts';

/** The Requires around a line, one below the other: the alternatives that it belongs to. */
export function requiresAround(file: SourceFile, ref: LineRef): LineRef[] {
  let lines: LineRef[] = [];
  for (let at = nextLine(file, lineBeforeAll(file, ref)); at; at = nextLine(file, at)) {
    if (keyOf(at) === 'require') lines.push(at);
    else if (lines.some((line) => line.chunk === ref.chunk && line.index === ref.index)) return lines;
    else lines = [];
  }
  return lines;
}

/** `Require not …`: it can take away, and grant nothing. */
export function isObjection({ chunk, index }: LineRef): boolean {
  const line = chunk.lines[index];
  return line !== undefined && /^\S+\s+not\s/i.test(textOf(line).text);
}

/** Puts lines that stand one below the other into `<RequireAll>`, with a first line of its own where it needs one. */
export function wrapInRequireAll(file: SourceFile, lines: readonly LineRef[], needed?: string): Fix['edits'] {
  const [first, ...more] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  const open = insertLineBefore(file, first, '<RequireAll>', first);
  const granting = needed === undefined ? '' : insertLineBefore(file, first, STEP + needed, first).text;
  const behind = lineAfter(file, last, () => true);
  const close = behind ? insertLineBefore(file, behind, CLOSE, first) : appendLine(file, CLOSE, first);
  return [{ ...open, text: open.text + granting + STEP }, ...more.map((line) => indented(file, line)), close];
}

const STEP = '    ';
const CLOSE = '</RequireAll>';

function indented(file: SourceFile, line: LineRef): Fix['edits'][number] {
  const start = lineOffset(file, line) ?? 0;
  return { span: { start, end: start }, text: STEP };
}

/** The tag that the line stands in; else what would be the line before the first one. */
function lineBeforeAll(file: SourceFile, ref: LineRef): LineRef {
  for (const tag of enclosingTags(file, ref)) return tag;
  return { chunk: file.chunks[0] ?? ref.chunk, index: -1 };
}

function nextLine(file: SourceFile, ref: LineRef): LineRef | undefined {
  return lineAfter(file, ref, ({ form }) => form !== 'blank' && form !== 'comment');
}

function keyOf({ chunk, index }: LineRef): string | undefined {
  return chunk.lines[index]?.key;
}
