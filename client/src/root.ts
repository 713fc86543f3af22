import { ConfigurationTarget, l10n, Uri, window, workspace, type QuickPickItem, type WorkspaceFolder } from 'vscode';
import { nameOf, type Statuses } from './status.ts';

/** What the setting says where a file stands for itself, and where the server finds the main configuration. */
const NONE = 'none';
const FOUND = undefined;

interface Choice extends QuickPickItem {
  /** Of the setting `htconf.root`; a function asks for it. */
  readonly value: string | undefined | ((folder: WorkspaceFolder) => Promise<string | undefined>);
}

/** Sets the main configuration of the folder of the active document: the one that is given, or that a person picks. */
export async function chooseRoot(statuses: Statuses, given?: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  const folder = document && workspace.getWorkspaceFolder(document.uri);
  if (!document || !folder) {
    void window.showInformationMessage(l10n.t('htconf: Open the folder that this file belongs to, then choose again.'));
    return;
  }
  if (given !== undefined) return setRoot(folder, given);
  const choices = choicesFor(folder, statuses.of(document.uri)?.candidates ?? []);
  const choice = await window.showQuickPick(choices, {
    title: l10n.t('Main configuration of {0}', folder.name),
    placeHolder: l10n.t('The httpd configuration that reads these files'),
  });
  if (!choice) return;
  if (typeof choice.value !== 'function') return setRoot(folder, choice.value);
  const chosen = await choice.value(folder);
  if (chosen !== undefined) await setRoot(folder, chosen);
}

function choicesFor(folder: WorkspaceFolder, candidates: readonly string[]): Choice[] {
  return [
    ...candidates.map((uri) => ({ label: nameOf(uri), value: pathIn(folder, Uri.parse(uri)) })),
    {
      label: l10n.t('As found'),
      description: l10n.t('the httpd.conf or apache2.conf that includes the file'),
      value: FOUND,
    },
    { label: l10n.t('None'), description: l10n.t('each file is judged alone'), value: NONE },
    { label: l10n.t('Browse…'), value: browse },
  ];
}

async function browse(folder: WorkspaceFolder): Promise<string | undefined> {
  const [uri] = (await window.showOpenDialog({ defaultUri: folder.uri, openLabel: l10n.t('Choose') })) ?? [];
  return uri && pathIn(folder, uri);
}

/** Relative to the folder where it lies in it, so that the setting can be shared. */
function pathIn({ uri: { path: folder } }: WorkspaceFolder, uri: Uri): string {
  return uri.path.startsWith(`${folder}/`) ? uri.path.slice(folder.length + 1) : absolutePath(uri);
}

/** Outside of this machine, the path is one of where the folder lies. */
function absolutePath({ scheme, fsPath, path }: Uri): string {
  return scheme === 'file' ? fsPath : path;
}

async function setRoot({ uri }: WorkspaceFolder, value: string | undefined): Promise<void> {
  await workspace.getConfiguration('htconf', uri).update('root', value, ConfigurationTarget.WorkspaceFolder);
}
