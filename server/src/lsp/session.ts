import { TextDocument } from 'vscode-languageserver-textdocument';
import { Range, type TextDocumentContentChangeEvent, type TextDocumentItem } from 'vscode-languageserver';
import {
  EMPTY_SNAPSHOT,
  evaluate,
  LARGEST_FILE,
  openFile,
  withChange,
  withEdits,
  type Edit,
  type Evaluation,
  type Snapshot,
  type SourceFile,
} from '../engine/engine.ts';
import { toRange, toSpan } from './convert.ts';
import type { DocumentSettings } from './settings.ts';

/** A document that is open in the editor. */
export interface OpenDocument {
  /** Its text and where its lines begin; always of the version of the file. */
  readonly text: TextDocument;
  /** Absent where it is too large to be analysed. */
  readonly file?: SourceFile;
  /** Absent until the editor has told them. */
  readonly settings?: DocumentSettings;
}

/** All that a feature sees: one document at one version, and what it means. */
export interface View {
  readonly text: TextDocument;
  readonly file: SourceFile;
  readonly settings: DocumentSettings;
  readonly snapshot: Snapshot;
  readonly evaluation: Evaluation;
}

/** The documents that are open. */
export interface Session {
  open(item: TextDocumentItem): void;
  /** Applies all changes of one notification before anything is derived from them. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  configure(uri: string, settings: DocumentSettings): void;
  close(uri: string): void;
  uris(): string[];
  document(uri: string): OpenDocument | undefined;
  /** Undefined for a document that is not open, too large, or whose settings are not known yet. */
  view(uri: string): View | undefined;
}

export function createSession(): Session {
  const documents = new Map<string, OpenDocument>();
  const evaluations = new Map<string, Evaluated>();
  let snapshot = EMPTY_SNAPSHOT;

  return {
    open: ({ uri, languageId, version, text }) => put(uri, opened(TextDocument.create(uri, languageId, version, text))),
    change: (uri, version, changes) => {
      const document = documents.get(uri);
      if (!document) throw new Error(`The document ${uri} is not open.`);
      put(uri, changed(document, version, changes));
    },
    configure: (uri, settings) => {
      const document = documents.get(uri);
      if (document) put(uri, { ...document, settings });
    },
    close: (uri) => {
      documents.delete(uri);
      evaluations.delete(uri);
      snapshot = withChange(snapshot, { gone: [uri] });
    },
    uris: () => [...documents.keys()],
    document: (uri) => documents.get(uri),
    view,
  };

  function put(uri: string, document: OpenDocument): void {
    documents.set(uri, document);
    snapshot = withChange(snapshot, document.file ? { files: [document.file] } : { gone: [uri] });
  }

  function view(uri: string): View | undefined {
    const { text, file, settings } = documents.get(uri) ?? {};
    if (!text || !file || !settings) return undefined;
    const world = withChange(snapshot, { settings: settings.engine });
    const known = evaluations.get(uri);
    const isCurrent = known?.evaluation.file === file && known.settings === settings;
    const evaluation = isCurrent ? known.evaluation : evaluate(world, file, known?.evaluation);
    evaluations.set(uri, { settings, evaluation });
    return { text, file, settings, snapshot: world, evaluation };
  }
}

/** The last evaluation of a document, of its version or an older one. */
interface Evaluated {
  readonly settings: DocumentSettings;
  readonly evaluation: Evaluation;
}

function opened(text: TextDocument): OpenDocument {
  const content = text.getText();
  return content.length > LARGEST_FILE ? { text } : { text, file: openFile(text.uri, text.version, content) };
}

/** A change without range replaces the text. */
function changed({ text, file, settings }: OpenDocument, version: number, changes: readonly Change[]): OpenDocument {
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
  const document = file && edits && isSmall ? { text, file: withEdits(file, version, edits) } : opened(text);
  return settings ? { ...document, settings } : document;
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
