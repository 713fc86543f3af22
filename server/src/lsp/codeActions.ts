import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  fixes,
  safeEdits,
  suppressFix,
  type Fix,
  type Reported,
  type Span,
  type SuppressFix,
} from '../engine/engine.ts';
import { FIX_ALL } from './codeActionKinds.ts';
import { toSpan, toTextEdit } from './convert.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Client } from './handler.ts';
import { DECLARE_DIRECTIVE, DECLARE_MODULE, INSERT_SNIPPET } from './protocol.ts';
import type { View } from './session.ts';

/** The fixes of the findings in a range, and the one that makes all safe fixes; all made from the document as it is now. */
export function run(view: View, { context, range }: CodeActionParams, client: Client): CodeAction[] {
  const reported = view.findings();
  const wanted = toSpan(view.text, range);
  const here = isWanted(CodeActionKind.QuickFix, context) ? reported.filter(({ span }) => touches(span, wanted)) : [];
  return [
    ...here.flatMap((finding) => quickFixes(view, finding, client)),
    ...suppressActions(view, here, client),
    ...(isFixAllWanted(context) ? fixAll(view, reported, client) : []),
  ];
}

/** A cursor at the edge of a finding is on it. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** A kind contains those that begin with it: `source` is `source.fixAll` too. */
function isWanted(kind: string, { only }: CodeActionContext): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Not where the editor only wants to know whether to show a light bulb: that happens with every move of the cursor. */
function isFixAllWanted(context: CodeActionContext): boolean {
  const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  return isWanted(FIX_ALL, context) && (context.only !== undefined || !isAutomatic);
}

function quickFixes(view: View, finding: Reported, client: Client): CodeAction[] {
  const diagnostic = toDiagnostic(view.texts, view.text, finding);
  return fixes(finding).flatMap((fix) => {
    const act = actOf(view, fix, client);
    const { title, preferred } = fix;
    return act
      ? [{ title, kind: CodeActionKind.QuickFix, isPreferred: preferred, diagnostics: [diagnostic], ...act }]
      : [];
  });
}

const DECLARES = { directives: DECLARE_DIRECTIVE, modules: DECLARE_MODULE } as const;

/** What a fix does: the settings are the client's, so only that can change them, if it can. */
function actOf(view: View, { edits, setting, title }: Fix, client: Client): Partial<CodeAction> | undefined {
  if (!setting) return { edit: workspaceEdit(view, edits, client) };
  const command = DECLARES[setting.name];
  return client.understands(command)
    ? { command: { title, command, arguments: [setting.add, view.text.uri] } }
    : undefined;
}

/** The last ones of the list: a comment that suppresses a finding, once for all findings that it suppresses. */
function suppressActions(view: View, here: readonly Reported[], client: Client): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of here) {
    const fix = suppressFix(finding);
    if (!fix) continue;
    const key = `${fix.title} ${String(fix.edit.span.start)}`;
    const diagnostics = [...(actions.get(key)?.diagnostics ?? []), toDiagnostic(view.texts, view.text, finding)];
    actions.set(key, {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...suppressAct(view, fix, client),
    });
  }
  return [...actions.values()];
}

/** The reason is selected where the editor can do that, so that it is written at once. */
function suppressAct(view: View, { title, edit, reason }: SuppressFix, client: Client): Partial<CodeAction> {
  if (!reason || !client.understands(INSERT_SNIPPET)) return { edit: workspaceEdit(view, [edit], client) };
  const { start, end } = reason;
  const snippet = `${edit.text.slice(0, start)}\${1:${edit.text.slice(start, end)}}${edit.text.slice(end)}`;
  const position = view.text.positionAt(edit.span.start);
  const given = [view.text.uri, view.text.version, position, snippet];
  return { command: { title, command: INSERT_SNIPPET, arguments: given } };
}

function fixAll(view: View, reported: readonly Reported[], client: Client): CodeAction[] {
  const edits = safeEdits(reported);
  if (edits.length === 0) return [];
  return [{ title: 'Make all safe fixes', kind: FIX_ALL, edit: workspaceEdit(view, edits, client) }];
}

/** With the versions of documents that the editor looks at, so that it is never applied to another one. */
function workspaceEdit(view: View, edits: Fix['edits'], { capabilities }: Client): WorkspaceEdit {
  const files = [...new Set(edits.map(({ uri = view.file.uri }) => uri))].flatMap((uri) => {
    const { text, isOpen } = view.texts(uri) ?? {};
    const here = edits.filter((edit) => (edit.uri ?? view.file.uri) === uri);
    return text
      ? [{ uri: text.uri, version: isOpen ? text.version : null, edits: here.map((edit) => toTextEdit(text, edit)) }]
      : [];
  });
  if (!capabilities().workspace?.workspaceEdit?.documentChanges)
    return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
  return { documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
}
