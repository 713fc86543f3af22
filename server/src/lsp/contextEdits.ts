import type { TextEdit } from 'vscode-languageserver';
import { contextCommentEdits, CONTEXTS, type ContextChange } from '../engine/engine.ts';
import { toTextEdit } from './convert.ts';
import type { ContextParams } from './protocol.ts';
import type { View } from './session.ts';
import { relativePath } from './uris.ts';

/** The edits after which the context comment of the document says what is asked for. */
export function run({ text, file }: View, params: ContextParams): TextEdit[] | null {
  const change = changeOf(file.uri, params);
  return (change && contextCommentEdits(file, change)?.map((edit) => toTextEdit(text, edit))) ?? null;
}

/** Undefined where the client asks for what there is not. */
function changeOf(uri: string, { context, root }: ContextParams): ContextChange | undefined {
  const named = CONTEXTS.find((one) => one === context);
  const path = root === undefined ? undefined : relativePath(uri, root);
  if ((typeof context === 'string' && !named) || (root !== undefined && path === undefined)) return undefined;
  return { ...(context !== undefined && { context: named }), ...(path !== undefined && { root: path }) };
}
