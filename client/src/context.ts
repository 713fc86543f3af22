import { l10n, window, workspace, WorkspaceEdit, type QuickPickItem, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PLACES } from './contextItem.ts';
import { CONTEXT_EDITS, type ContextParams, type Status } from './protocol.ts';
import { nameOf, type Statuses } from './status.ts';

/** What the comment is to say. */
type Wanted = Omit<ContextParams, 'textDocument'>;

interface Choice extends QuickPickItem {
  /** A function asks for it. */
  readonly wanted: Wanted | (() => Promise<Wanted | undefined>);
}

/** Writes into the active document where it is included: the context that is given, or what a person picks. */
export async function setContext(client: BaseLanguageClient, statuses: Statuses, given?: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'apacheconf' || !client.isRunning()) {
    void window.showInformationMessage(l10n.t('htconf: Open a configuration file first.'));
    return;
  }
  const wanted = given === undefined ? await pick(statuses.of(document.uri)) : { context: given };
  if (wanted) await write(client, document.uri, wanted);
}

async function pick(status: Status | undefined): Promise<Wanted | undefined> {
  const choice = await window.showQuickPick(choicesFor(status), {
    title: l10n.t('Where is this file included?'),
    placeHolder: l10n.t('It is written into a comment at the top of the file'),
  });
  return typeof choice?.wanted === 'function' ? choice.wanted() : choice?.wanted;
}

function choicesFor(status: Status | undefined): Choice[] {
  const roots = status?.candidates ?? [];
  return [
    ...PLACES.map(({ context, ...shown }) => ({ ...shown, wanted: { context } })),
    ...roots.map((root) => ({ label: nameOf(root), description: l10n.t('the main configuration'), wanted: { root } })),
    { label: l10n.t('Browse…'), description: l10n.t('for the main configuration that includes it'), wanted: browse },
    { label: l10n.t('Not said'), description: l10n.t('nothing is assumed of the file'), wanted: { context: null } },
  ];
}

async function browse(): Promise<Wanted | undefined> {
  const [root] = (await window.showOpenDialog({ openLabel: l10n.t('Choose') })) ?? [];
  return root && { root: root.toString() };
}

async function write(client: BaseLanguageClient, uri: Uri, wanted: Wanted): Promise<void> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const edits = await client.sendRequest<Parameters<typeof client.protocol2CodeConverter.asTextEdits>[0]>(
    CONTEXT_EDITS,
    { textDocument, ...wanted } satisfies ContextParams,
  );
  const made = await client.protocol2CodeConverter.asTextEdits(edits);
  if (!made) {
    void window.showWarningMessage(
      l10n.t('htconf: A comment cannot name that file: only a path without blanks on the same disk can stand there.'),
    );
    return;
  }
  const edit = new WorkspaceEdit();
  edit.set(uri, made);
  await workspace.applyEdit(edit);
}
