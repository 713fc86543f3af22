import { ConfigurationTarget, Uri, workspace } from 'vscode';

/** Adds a name to a list of the settings: of the folder that the document is in, else of the user. */
export async function declare(setting: 'directives' | 'modules', name: string, document: string): Promise<void> {
  const uri = Uri.parse(document);
  const configuration = workspace.getConfiguration('htconf', uri);
  const known = configuration.get<readonly string[]>(setting, []);
  if (known.includes(name)) return;
  const isInFolder = workspace.getWorkspaceFolder(uri) !== undefined;
  const target = isInFolder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global;
  await configuration.update(setting, [...known, name], target);
}
