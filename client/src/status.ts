import { l10n, languages, Uri, window, workspace, type Disposable, type LanguageStatusItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { contextItem, showContext } from './contextItem.ts';
import { STATUS, type Status } from './protocol.ts';
import { showVersion, versionItem } from './versionItem.ts';

/** What the server has told of the documents that are open. */
export interface Statuses extends Disposable {
  of(uri: Uri): Status | undefined;
}

/** Shows beside the language of the active document under which main configuration it is judged. */
export function showStatus(client: BaseLanguageClient): Statuses {
  const known = new Map<string, Status>();
  const statuses = (uri: Uri): Status | undefined => known.get(uri.toString());
  const item = languages.createLanguageStatusItem('htconf.root', { language: 'apacheconf' });
  item.name = l10n.t('Main configuration');
  item.command = { command: 'htconf.chooseRoot', title: l10n.t('Choose…') };
  const context = contextItem();
  const version = versionItem();
  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && statuses(uri);
    showIn(item, status);
    showContext(context, status);
    showVersion(version, status);
  };
  const told = client.onNotification(STATUS, (status: Status) => {
    known.set(Uri.parse(status.uri).toString(), status);
    show();
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  const moved = window.onDidChangeActiveTextEditor(show);
  show();
  return {
    of: statuses,
    dispose: () => {
      for (const one of [item, context, version, told, closed, moved]) one.dispose();
    },
  };
}

function showIn(item: LanguageStatusItem, status: Status | undefined): void {
  const roots = status?.roots ?? [];
  item.text = roots.map(({ uri }) => nameOf(uri)).join(', ') || l10n.t('No main configuration');
  item.detail =
    roots.map(({ files }) => (files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files))).join(', ') ||
    l10n.t('judged alone');
}

/** A file as it is called in the workspace. */
export function nameOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}
