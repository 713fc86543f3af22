import { Position, SnippetString, Uri, window } from 'vscode';

/** A position as the protocol has it. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Inserts a snippet into a document as it was when the snippet was made; one that has changed since stays as it is. */
export async function insertSnippet(uri: string, version: number, place: Place, snippet: string): Promise<void> {
  const editor = await window.showTextDocument(Uri.parse(uri));
  if (editor.document.version !== version) return;
  await editor.insertSnippet(new SnippetString(snippet), new Position(place.line, place.character));
}
