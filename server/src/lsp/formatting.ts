import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver';
import { format } from '../engine/engine.ts';
import { toSpan, toTextEdit } from './convert.ts';
import type { Client } from './handler.ts';
import type { View } from './session.ts';

/** The edits that format a document, or the lines that a range touches. Where there must be none, the user is told why. */
export function run(
  { text, file, settings: { directiveCase } }: View,
  { options, ...params }: DocumentFormattingParams | DocumentRangeFormattingParams,
  { warn }: Client,
): TextEdit[] {
  const indent = indentUnit(options);
  const range = 'range' in params ? toSpan(text, params.range) : undefined;
  const { edits, problem } = format(file, { indent, directiveCase }, range);
  if (problem !== undefined) warn(problem);
  return edits.map((edit) => toTextEdit(text, edit));
}

/** One level of indentation. */
export function indentUnit({ insertSpaces, tabSize }: FormattingOptions): string {
  return insertSpaces ? ' '.repeat(tabSize) : '\t';
}
