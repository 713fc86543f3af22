import { TextDocument } from 'vscode-languageserver-textdocument';
import { Range, type TextDocumentContentChangeEvent, type TextDocumentItem } from 'vscode-languageserver';
import { LARGEST_FILE, openFile, withEdits, type Edit, type SourceFile } from '../engine/engine.ts';
import { toRange, toSpan } from './convert.ts';
import type { DocumentSettings } from './settings.ts';
import { canonicalUri } from './uris.ts';

/** A document that is open in the editor. */
export interface OpenDocument {
  /** Its text and where its lines begin; always of the version of the file. It has the URI that the editor uses. */
  readonly text: TextDocument;
  /** Absent where it is too large to be analysed. */
  readonly file?: SourceFile;
  /** Absent until the editor has told them. */
  readonly settings?: DocumentSettings;
}

export function openDocument({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
  return withFile(TextDocument.create(uri, languageId, version, text));
}

/** Applies all changes of one notification before anything is derived from them. A change without range replaces the text. */
export function changedDocument(
  { text, file, settings }: OpenDocument,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): OpenDocument {
  if (!changes.every(isChange)) throw new Error(`A change of ${text.uri} is malformed: it was not applied.`);
  let edits: Edit[] | undefined = [];
  for (const change of changes) {
    if ('range' in change) {
      const edit = applied(text, change, version);
      edits?.push(edit);
    } else {
      TextDocument.update(text, [change], version);
      edits = undefined;
    }
  }
  const isSmall = text.getText().length <= LARGEST_FILE;
  const document = file && edits && isSmall ? { text, file: withEdits(file, version, edits) } : withFile(text);
  return settings ? { ...document, settings } : document;
}

function withFile(text: TextDocument): OpenDocument {
  const content = text.getText();
  if (content.length > LARGEST_FILE) return { text };
  return { text, file: openFile(canonicalUri(text.uri), text.version, content) };
}

type Change = TextDocumentContentChangeEvent;
type RangedChange = Extract<Change, { readonly range: Range }>;

function isChange(change: Change): boolean {
  return typeof change.text === 'string' && (!('range' in change) || Range.is(change.range));
}

/**
 * Changes the text, and says the same in offsets. A range that reaches out of the text is cut first: TextDocument would
 * miscount its lines.
 */
function applied(text: TextDocument, change: RangedChange, version: number): Edit {
  const span = toSpan(text, change.range);
  TextDocument.update(text, [{ range: toRange(text, span), text: change.text }], version);
  return { span, text: change.text };
}
