import { ConfigurationTarget, workspace, type Uri } from 'vscode';

/** The pattern, as `files.associations` has them, that fits one file of the workspace, wherever that lies on a machine. */
export function pathPattern(uri: Uri): string {
  const isInFolder = workspace.getWorkspaceFolder(uri) !== undefined;
  const path = isInFolder ? workspace.asRelativePath(uri, false) : uri.fsPath.replaceAll('\\', '/');
  const literal = path.replace(/[[\]{}*?]/g, '?');
  return isInFolder ? `**/${literal}` : literal;
}

/** The one that fits all files of its folder that end in `.conf`. */
export function folderPattern(uri: Uri): string {
  return pathPattern(uri).replace(/[^/]*$/, '*.conf');
}

/** From now on files that fit a pattern are ours: in this workspace, else wherever this person works. */
export async function associate(pattern: string): Promise<void> {
  const configuration = workspace.getConfiguration('files');
  const isWorkspace = workspace.workspaceFolders !== undefined;
  const { workspaceValue, globalValue } = configuration.inspect<Readonly<Record<string, string>>>('associations') ?? {};
  const known = isWorkspace ? workspaceValue : globalValue;
  const target = isWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await configuration.update('associations', { ...known, [pattern]: 'apacheconf' }, target);
}
