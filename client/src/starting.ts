import { workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Starts the server once a document of ours is open: the extension is loaded for other files too, to look at what they say. */
export async function startWithFirstDocument(client: BaseLanguageClient): Promise<Disposable> {
  const isOurs = ({ languageId }: { readonly languageId: string }): boolean => languageId === 'apacheconf';
  const opened = workspace.onDidOpenTextDocument((document) => (isOurs(document) ? client.start() : undefined));
  if (workspace.textDocuments.some(isOurs)) await client.start();
  return opened;
}
