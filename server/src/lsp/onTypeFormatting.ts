import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver';
import { dueClosingTag, indentLine, type Edit } from '../engine/engine.ts';
import { toTextEdit } from './convert.ts';
import { indentUnit } from './formatting.ts';
import type { Client } from './handler.ts';
import { CLOSING_TAG } from './protocol.ts';
import type { View } from './session.ts';

/** Indents the new line, or the line whose tag has just been finished, and puts the closing tag where it is due. */
export function run(view: View, { position, ch, options }: DocumentOnTypeFormattingParams, client: Client): TextEdit[] {
  const { text, file } = view;
  const offset = text.offsetAt(position);
  const isTag = ch === '>';
  const indented = isTag && !isClosingTag(view, offset) ? undefined : indentLine(file, offset, indentUnit(options));
  const closing = isTag && !client.understands(CLOSING_TAG) ? closingTag(view, offset) : undefined;
  return [indented, closing].flatMap((edit) => (edit ? [toTextEdit(text, edit)] : []));
}

/** Whether the cursor is in a line that begins with one: what else a `>` ends stands where a person has put it. */
function isClosingTag({ text }: View, offset: number): boolean {
  const { line } = text.positionAt(offset);
  return /^\s*<\//.test(text.getText({ start: { line, character: 0 }, end: text.positionAt(offset) }));
}

function closingTag({ settings, snapshot, evaluation }: View, offset: number): Edit | undefined {
  return settings.autoClosingTags ? dueClosingTag(snapshot, evaluation, offset)?.edit : undefined;
}
