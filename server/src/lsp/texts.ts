import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileText, type SourceFile } from '../engine/engine.ts';

/** The text of a file, with the URI that the editor uses for it; its version is that of the document where it is open. */
export interface FileText {
  readonly text: TextDocument;
  readonly isOpen: boolean;
}

/** Finds the text of a file that is read, by the URI of the file. */
export type Texts = (uri: string) => FileText | undefined;

/** Made once for each version of a file, when somebody wants to know where its lines begin. */
const MADE = new WeakMap<SourceFile, TextDocument>();

export function textOfFile(file: SourceFile): TextDocument {
  const known = MADE.get(file);
  if (known) return known;
  const text = TextDocument.create(file.uri, 'apacheconf', file.version, fileText(file));
  MADE.set(file, text);
  return text;
}
