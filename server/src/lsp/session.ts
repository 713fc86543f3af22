import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import {
  EMPTY_SURVEY,
  findingsIn,
  viewIn,
  type Evaluation,
  type Reported,
  type Snapshot,
  type SourceFile,
} from '../engine/engine.ts';
import { NOTHING_GATHERED, type Gathered } from '../hosts/gather.ts';
import { look, type Look } from './look.ts';
import { changedDocument, openDocument, type OpenDocument } from './openDocument.ts';
import type { DocumentSettings } from './settings.ts';
import { textOfFile, type Texts } from './texts.ts';

/** All that a feature sees: one document at one version, and what it means. */
export interface View {
  readonly text: TextDocument;
  readonly file: SourceFile;
  readonly settings: DocumentSettings;
  readonly snapshot: Snapshot;
  readonly evaluation: Evaluation;
  /** The texts of all files, by their URI. */
  readonly texts: Texts;
  /** What is shown of the document, whoever reads it. */
  readonly findings: () => readonly Reported[];
}

/** The documents that are open, what was read, and what it all means. */
export interface Session {
  open(item: TextDocumentItem): void;
  /** Applies all changes of one notification before anything is derived from them. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  configure(uri: string, settings: DocumentSettings): void;
  close(uri: string): void;
  /** Puts in what was read. */
  read(gathered: Gathered): void;
  /** Folders of the workspace, as URIs. */
  setWorkspaceFolders(folders: readonly string[]): void;
  workspaceFolders(): readonly string[];
  uris(): string[];
  gathered(): Gathered;
  /** What everything means now. */
  look(): Look;
  texts: Texts;
  /** Undefined for a document that is not open, too large, or whose settings are not known yet. */
  view(uri: string): View | undefined;
}

export function createSession(): Session {
  const documents = new Map<string, OpenDocument>();
  let gathered = NOTHING_GATHERED;
  let workspaceFolders: readonly string[] = [];
  let known = EMPTY_SURVEY;
  let current: Look | undefined;

  const put = (uri: string, document: OpenDocument): void => {
    documents.set(uri, document);
    current = undefined;
  };
  const session: Session = {
    open: (item) => put(item.uri, openDocument(item)),
    change: (uri, version, changes) => {
      const document = documents.get(uri);
      if (!document) throw new Error(`The document ${uri} is not open.`);
      put(uri, changedDocument(document, version, changes));
    },
    configure: (uri, settings) => {
      const document = documents.get(uri);
      if (document) put(uri, { ...document, settings });
    },
    close: (uri) => {
      documents.delete(uri);
      current = undefined;
    },
    read: (next) => {
      gathered = next;
      current = undefined;
    },
    setWorkspaceFolders: (folders) => {
      workspaceFolders = folders;
      current = undefined;
    },
    workspaceFolders: () => workspaceFolders,
    uris: () => [...documents.keys()],
    gathered: () => gathered,
    look: () => {
      current ??= look({ documents: [...documents.values()], disk: gathered.snapshot, workspaceFolders }, known);
      known = current.known;
      return current;
    },
    texts: (uri) => textIn(session.look(), uri),
    view: (uri) => viewOf(session, documents.get(uri)),
  };
  return session;
}

function textIn({ open, files }: Look, uri: string): ReturnType<Texts> {
  const document = open.get(uri);
  if (document) return { text: document.text, isOpen: true };
  const file = files.get(uri);
  return file && { text: textOfFile(file), isOpen: false };
}

function viewOf(session: Session, document: OpenDocument | undefined): View | undefined {
  const { text, file, settings } = document ?? {};
  if (!text || !file || !settings) return undefined;
  const { survey, open } = session.look();
  const [uri] = [...open].find(([, one]) => one === document) ?? [];
  const evaluation = uri === undefined ? undefined : viewIn(survey, uri);
  if (uri === undefined || !evaluation) return undefined;
  return {
    text,
    file: evaluation.file,
    settings,
    snapshot: evaluation.snapshot,
    evaluation,
    texts: session.texts,
    findings: () => findingsIn(survey, uri, settings.engine),
  };
}
